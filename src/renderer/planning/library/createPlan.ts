import type { ActionContext } from '../../actions/Action.ts'
import { describePlanFileError } from '../../../domain/formats/describePlanFileError.ts'
import { PLAN_FILE_EXTENSION } from '../../../domain/formats/planFile.ts'
import { type AnyRecord, isRecordOf } from '../../../domain/records/catalog.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { blankPlan } from '../../../domain/templates/blankPlan.ts'
import { instantiateTemplate } from '../../../domain/templates/instantiateTemplate.ts'

/** Stores records as a new plan and opens it. Says what went wrong where it did. */
async function storeAndOpen(context: ActionContext, records: readonly AnyRecord[]): Promise<void> {
  const { storage, session, notify, texts } = context
  const created = await storage.create(records)
  if (!created.ok) {
    notify({ tone: 'error', text: texts.t(`fail.title.${created.error}`), detail: texts.t('library.not-created') })
    return
  }
  await session.open(created.value)
}

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

/** Takes the bytes of a plan file in as a plan of its own, or says in one sentence why not. */
export async function importBytes(context: ActionContext, bytes: Uint8Array, name: string): Promise<void> {
  const { sources, session, storage, texts, notify } = context
  const decoded = await sources.decode(bytes)
  if (!decoded.ok) {
    const sentence = describePlanFileError(decoded.error, texts.language)
    return notify({ tone: 'error', text: `${name}: ${sentence}`, detail: texts.t('library.kept') })
  }
  const records = decoded.value.records
  const created = await storage.create(records)
  if (created.ok) {
    await session.open(created.value)
    return
  }
  if (created.error !== 'exists') {
    return notify({ tone: 'error', text: texts.t(`fail.title.${created.error}`), detail: texts.t('library.kept') })
  }
  // The plan is on this machine already: the file comes in beside it, and neither overwrites the other.
  await storeAndOpen(context, copyOf(records, session.newId('plan'), texts.t('library.imported-copy')))
}

function copyOf(records: readonly AnyRecord[], planId: Id<'plan'>, suffix: string): AnyRecord[] {
  return records.map((record) =>
    isRecordOf('plan', record) ? { ...record, id: planId, title: `${record.title} ${suffix}`.slice(0, 300) } : record,
  )
}
