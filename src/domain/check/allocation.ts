import type { Unit } from '../records/unit.ts'

/** Allocation periods by start, those that meet or overlap joined: two years in a row are one time. */
export function allocatedSpans(unit: Unit): readonly { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = []
  const sorted = unit.allocation
    .map((p) => ({ from: p.from, to: p.to ?? Number.POSITIVE_INFINITY }))
    .filter((p) => p.from < p.to)
    .sort((a, b) => a.from - b.from)
  for (const { from, to } of sorted) {
    const last = spans.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else spans.push({ from, to })
  }
  return spans
}

/** Whether the unit is allocated to the command for all of a span of instants. */
export function isAllocatedFor(unit: Unit, from: number, to: number): boolean {
  if (unit.allocation.some((p) => p.from <= from && (p.to === null || p.to >= to))) return true
  return unit.allocation.length > 1 && allocatedSpans(unit).some((p) => p.from <= from && p.to >= to)
}
