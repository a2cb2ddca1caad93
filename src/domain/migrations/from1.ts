import type { Migration } from './migrations.ts'

/**
 * Control measures got a command beside the unit's, a time, widths, a second text and an echelon; mission types, the
 * seasons they avoid.
 */
export const from1: Migration = {
  from: 1,
  migrate: (records) => records.map(raise),
}

function raise(record: unknown): unknown {
  if (!isPlain(record) || typeof record.id !== 'string') return record
  if (record.id.startsWith('overlay:')) return { ...record, ...NEW_OF_OVERLAY }
  if (record.id.startsWith('mission-type:') && isPlain(record.constraints)) {
    return { ...record, constraints: { ...record.constraints, avoids: [] } }
  }
  return record
}

const NEW_OF_OVERLAY = { label2: '', echelon: 'none', widths: [], component: null, phase: null, from: null, to: null }

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
