import { readTemplate } from '../../domain/templates/readTemplate.ts'
import type { PlanSources } from '../session/PlanSources.ts'
import { decodePlan } from '../worker/decodePlan.ts'

const files = {
  'campaign-2023': () => import('../../../resources/templates/campaign-2023.json'),
  catalogue: () => import('../../../resources/templates/catalogue.json'),
}

export const planSources: PlanSources = {
  template: async (name) => {
    const records = readTemplate((await files[name]()).default)
    if (!records.ok) throw new Error(`template ${name}: ${records.error.code}`)
    return records.value
  },
  decode: decodePlan,
}
