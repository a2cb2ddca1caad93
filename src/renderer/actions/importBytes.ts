import { describePlanFileError } from '../../domain/formats/describePlanFileError.ts'
import { type AnyRecord, isRecordOf } from '../../domain/records/catalog.ts'
import type { Id } from '../../domain/records/ids.ts'
import type { ActionContext } from './Action.ts'

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

/** Stores records as a new plan and opens it. Says what went wrong where it did. */
export async function storeAndOpen(context: ActionContext, records: readonly AnyRecord[]): Promise<void> {
  const { storage, session, notify, texts } = context
  const created = await storage.create(records)
  if (!created.ok) {
    notify({ tone: 'error', text: texts.t(`fail.title.${created.error}`), detail: texts.t('library.not-created') })
    return
  }
  await session.open(created.value)
}

/** The same plan under an id and a title of its own. */
export function copyOf(records: readonly AnyRecord[], planId: Id<'plan'>, suffix: string): AnyRecord[] {
  return records.map((record) =>
    isRecordOf('plan', record) ? { ...record, id: planId, title: `${record.title} ${suffix}`.slice(0, 300) } : record,
  )
}
