import { makeId } from '../../../../domain/records/ids.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'

/** A phase line of two points, but for what is said. */
export const testOverlay = (local: string, more: Partial<Overlay> = {}): Overlay => ({
  id: makeId('overlay', local),
  createdRevision: 1,
  updatedRevision: 1,
  name: 'ALFA',
  label2: '',
  kind: 'phase-line',
  symbol: null,
  echelon: 'none',
  shape: 'line',
  points: [
    [-74, -12.5],
    [-73.8, -12.4],
  ],
  widths: [],
  unit: null,
  component: null,
  mission: null,
  phase: null,
  from: null,
  to: null,
  ...more,
})
