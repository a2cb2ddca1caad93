import type { ActionContext } from '../../actions/Action.ts'
import { copyOf, importBytes, storeAndOpen } from '../../actions/importBytes.ts'
import { PLAN_FILE_EXTENSION } from '../../../domain/formats/planFile.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { blankPlan } from '../../../domain/templates/blankPlan.ts'
import { instantiateTemplate } from '../../../domain/templates/instantiateTemplate.ts'

export async function createFromCampaign(context: ActionContext): Promise<void> {
  const template = await context.sources.template('campaign-2023')
  await storeAndOpen(context, instantiateTemplate(template, { planId: context.session.newId('plan') }))
}

/** A blank plan begins at six in the morning, Lima, of the coming day: any date is the planner's to change. */
export async function createBlank(context: ActionContext): Promise<void> {
  const catalogue = await context.sources.template('catalogue')
  const day = 86_400_000
  const hHour = Math.ceil(Date.now() / day) * day + 11 * 3_600_000
  const title = context.texts.t('library.blank-title')
  await storeAndOpen(context, blankPlan(catalogue, { planId: context.session.newId('plan'), title, hHour }))
}

export async function duplicatePlan(context: ActionContext, id: Id<'plan'>): Promise<void> {
  const { storage, session, texts, notify } = context
  const read = await storage.read(id)
  if (!read.ok) return notify({ tone: 'error', text: texts.t(`fail.title.${read.error}`) })
  const created = await storage.create(copyOf(read.value, session.newId('plan'), texts.t('library.copy')))
  if (!created.ok) notify({ tone: 'error', text: texts.t(`fail.title.${created.error}`) })
}

/** Asks for a plan file and takes it in. */
export async function importPlan(context: ActionContext): Promise<void> {
  const { platform, texts, notify } = context
  const opened = await platform.openFile({
    filter: { name: texts.t('export.filter'), extensions: [PLAN_FILE_EXTENSION] },
  })
  if (!opened.ok)
    return notify({ tone: 'error', text: texts.t(`file.${opened.code}`), detail: texts.t('library.kept') })
  if (opened.value !== null) await importBytes(context, opened.value.bytes, opened.value.name)
}
