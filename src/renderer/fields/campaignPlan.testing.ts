import { PlanDocument } from '../../domain/plan/PlanDocument.ts'
import { makeId } from '../../domain/records/ids.ts'
import { instantiateTemplate } from '../../domain/templates/instantiateTemplate.ts'
import { readTemplate } from '../../domain/templates/readTemplate.ts'
import { readTemplateFile } from '../../domain/templates/templateFile.testing.ts'

/** The 2023 campaign as a plan: 120 missions, 44 units, some findings of each rule. */
export function campaignPlan(): PlanDocument {
  const template = readTemplate(readTemplateFile('campaign-2023'))
  if (!template.ok) throw new Error(`campaign-2023: ${template.error.code}`)
  return new PlanDocument(instantiateTemplate(template.value, { planId: makeId('plan', 'test') }), 0)
}
