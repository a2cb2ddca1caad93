import type { Command } from '../../../domain/commands/catalog.ts'
import type { AssignmentPart } from '../../../domain/records/assignment.ts'
import type { Id } from '../../../domain/records/ids.ts'
import { snapTo } from './timeScale.ts'

/** What a hand took hold of. */
export interface Grip {
  readonly kind: 'move' | 'stretch-start' | 'stretch-end' | 'link' | 'place'
  readonly mission: Id<'mission'>
  /** The bar's assignment; null from the tray. */
  readonly assignment: Id<'assignment'> | null
  /** The row it was taken from. */
  readonly unit: Id<'unit'> | null
  /** Of the mission taken, minutes from H-hour. */
  readonly start: number
  readonly end: number
  /** All missions that move together, the one taken among them, with their starts. */
  readonly moved: readonly { readonly mission: Id<'mission'>; readonly start: number }[]
  /** Time under the pointer when it went down. */
  readonly minute: number
  readonly part: AssignmentPart
}

export interface Held {
  readonly grip: Grip
  /** Pixels in the window. */
  readonly x: number
  readonly y: number
}

export type Drag =
  | { readonly state: 'idle' }
  | ({ readonly state: 'pressed' } & Held)
  | ({ readonly state: 'dragging' } & Held & {
        /** Snapped time since the pointer went down, minutes; for `place`, the snapped start itself. */
        readonly offset: number
        /** The unit row under the pointer. */
        readonly unit: Id<'unit'> | null
        /** The mission of the bar under the pointer. */
        readonly over: Id<'mission'> | null
        readonly minute: number
      })

export type DragEvent =
  | { readonly type: 'press'; readonly grip: Grip; readonly x: number; readonly y: number }
  | {
      readonly type: 'move'
      readonly x: number
      readonly y: number
      readonly minute: number
      readonly unit: Id<'unit'> | null
      readonly over: Id<'mission'> | null
      /** Minutes. */
      readonly step: number
    }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' }

export const IDLE: Drag = { state: 'idle' }

/** A hand that trembles does not drag. Pixels. */
const THRESHOLD = 4

/** What follows from one thing the pointer did. */
export function dragStep(drag: Drag, event: DragEvent): Drag {
  switch (event.type) {
    case 'press':
      return { state: 'pressed', grip: event.grip, x: event.x, y: event.y }
    case 'release':
    case 'cancel':
      return IDLE
    case 'move': {
      if (drag.state === 'idle') return drag
      const { grip } = drag
      const isFar = Math.abs(event.x - drag.x) >= THRESHOLD || Math.abs(event.y - drag.y) >= THRESHOLD
      if (drag.state === 'pressed' && !isFar) return drag
      const offset = offsetOf(grip, event.minute, event.step)
      const { minute, unit, over } = event
      // Where the pointer went down stays the reference of the threshold; the label follows by itself.
      return { state: 'dragging', grip, x: drag.x, y: drag.y, offset, minute, unit, over }
    }
  }
}

function offsetOf(grip: Grip, minute: number, step: number): number {
  const raw = snapTo(minute - grip.minute, step)
  const length = grip.end - grip.start
  switch (grip.kind) {
    case 'place':
      return snapTo(minute, step)
    case 'stretch-start':
      return Math.min(raw, length - Math.min(step, length))
    case 'stretch-end':
      return Math.max(raw, Math.min(step, length) - length)
    case 'move':
    case 'link':
      return raw
  }
}

/** Start and end of the mission in hand as it would be on release. */
export function heldTimes(drag: Extract<Drag, { state: 'dragging' }>): { start: number; end: number } {
  const { grip, offset } = drag
  switch (grip.kind) {
    case 'place':
      return { start: offset, end: offset + grip.end - grip.start }
    case 'stretch-start':
      return { start: grip.start + offset, end: grip.end }
    case 'stretch-end':
      return { start: grip.start, end: grip.end + offset }
    case 'move':
      return { start: grip.start + offset, end: grip.end + offset }
    case 'link':
      return { start: grip.start, end: grip.end }
  }
}

/** The one command that a release asks for; null where it changes nothing. Links are asked about first. */
export function commandOf(drag: Drag): Command | null {
  if (drag.state !== 'dragging') return null
  const { grip, offset, unit } = drag
  const { start, end } = heldTimes(drag)
  switch (grip.kind) {
    case 'link':
      return null
    case 'place':
      return unit === null ? null : { type: 'placeMission', mission: grip.mission, unit, part: grip.part, start }
    case 'stretch-start':
    case 'stretch-end':
      return offset === 0 ? null : { type: 'stretchMission', mission: grip.mission, start, likelyMinutes: end - start }
    case 'move': {
      if (isReassigning(drag) && grip.assignment !== null && unit !== null) {
        const moved = offset === 0 ? {} : { start }
        return { type: 'reassignMission', assignment: grip.assignment, unit, ...moved }
      }
      if (offset === 0) return null
      return {
        type: 'moveMissions',
        moves: grip.moved.map(({ mission, start }) => ({ mission, start: start + offset })),
      }
    }
  }
}

/** One bar alone can change its row; several together move in time only. */
export function isReassigning(drag: Extract<Drag, { state: 'dragging' }>): boolean {
  const { grip, unit } = drag
  return grip.kind === 'move' && grip.moved.length === 1 && unit !== null && unit !== grip.unit
}

/** The mission that a released link leads to; null where it leads nowhere. */
export function linkTarget(drag: Drag): Id<'mission'> | null {
  if (drag.state !== 'dragging' || drag.grip.kind !== 'link') return null
  return drag.over === null || drag.over === drag.grip.mission ? null : drag.over
}
