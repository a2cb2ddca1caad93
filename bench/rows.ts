interface RowDefinition {
  readonly unit: 'ms' | 'MB' | '/s' | '%'
  /** The value is to stay below it, on 5,000 units and 50,000 missions (`-tenth`: on a tenth of the missions). */
  readonly aim: number | null
  readonly says: string
}

/** Everything that is measured, in the order in which the table shows it. */
export const ROWS = {
  'open-tenth': { unit: 'ms', aim: 300, says: 'open a plan with a tenth of the missions: click to bars drawn, median' },
  open: { unit: 'ms', aim: 1_500, says: 'open the plan: click in the library to bars drawn, median' },
  import: { unit: 'ms', aim: null, says: 'take the plan file in: file chosen to bars drawn' },
  'check-first': { unit: 'ms', aim: null, says: 'open the plan, without the interface, to its whole findings, median' },
  edit: { unit: 'ms', aim: 1, says: 'one edit in memory, median' },
  'edit-p99': { unit: 'ms', aim: null, says: 'one edit in memory, 99th percentile' },
  'edit-durable': { unit: 'ms', aim: 10, says: 'one edit until it shows as saved, median' },
  'edit-durable-p99': { unit: 'ms', aim: null, says: 'one edit until it shows as saved, 99th percentile' },
  undo: { unit: 'ms', aim: 5, says: 'undo in memory, median' },
  'undo-p99': { unit: 'ms', aim: null, says: 'undo in memory, 99th percentile' },
  'edit-matrix': {
    unit: 'ms',
    aim: null,
    says: 'move a mission by key in the matrix: script, style and layout (processor time), median',
  },
  'scrub-forces': {
    unit: 'ms',
    aim: 8,
    says: 'one step of the time in Forces: script, style and layout (processor time), median',
  },
  'scrub-matrix': {
    unit: 'ms',
    aim: 8,
    says: 'one step of the time in Matrix: script, style and layout (processor time), median',
  },
  'check-move': { unit: 'ms', aim: null, says: 'check one moved mission, in Node, median' },
  'check-move-p99': { unit: 'ms', aim: 5, says: 'check one moved mission, in Node, 99th percentile' },
  'check-edit': { unit: 'ms', aim: null, says: 'move a mission until its findings are there, median' },
  'check-edit-p99': { unit: 'ms', aim: 5, says: 'move a mission until its findings are there, 99th percentile' },
  'check-full': { unit: 'ms', aim: 500, says: 'check the whole plan, in Node, median' },
  'load-series': { unit: 'ms', aim: null, says: 'load of every unit and component over time, in Node, median' },
  'scroll-matrix': { unit: 'ms', aim: 50, says: 'longest task while the wheel scrolls the matrix, processor time' },
  'scroll-matrix-wall': { unit: 'ms', aim: null, says: 'the same by the clock: other programs count in' },
  'keys-matrix': { unit: 'ms', aim: 50, says: 'longest task while keys go through the matrix, processor time' },
  'keys-matrix-wall': { unit: 'ms', aim: null, says: 'the same by the clock: other programs count in' },
  'scroll-forces': {
    unit: 'ms',
    aim: 50,
    says: 'longest task while the wheel scrolls the tree of forces, processor time',
  },
  'scroll-forces-wall': { unit: 'ms', aim: null, says: 'the same by the clock: other programs count in' },
  'keys-forces': { unit: 'ms', aim: 50, says: 'longest task while keys go through the tree of forces, processor time' },
  'keys-forces-wall': { unit: 'ms', aim: null, says: 'the same by the clock: other programs count in' },
  'scroll-missions': {
    unit: 'ms',
    aim: 50,
    says: 'longest task while the wheel scrolls the list of missions, processor time',
  },
  'scroll-missions-wall': { unit: 'ms', aim: null, says: 'the same by the clock: other programs count in' },
  'keys-missions': {
    unit: 'ms',
    aim: 50,
    says: 'longest task while keys go through the list of missions, processor time',
  },
  'keys-missions-wall': { unit: 'ms', aim: null, says: 'the same by the clock: other programs count in' },
  'map-first': {
    unit: 'ms',
    aim: 1_000,
    says: 'map, 5,000 units: click on the place to all drawn, median',
  },
  'map-pan': {
    unit: 'ms',
    aim: 20,
    says: 'map, 5,000 units and 2,000 missions in view: from frame to frame while it is dragged, median',
  },
  'map-pan-longest': { unit: 'ms', aim: 100, says: 'the same: longest task, processor time' },
  'map-pan-near': { unit: 'ms', aim: 20, says: 'the same, three steps nearer, median' },
  'map-pan-near-longest': { unit: 'ms', aim: 100, says: 'the same: longest task, processor time' },
  'map-zoom': { unit: 'ms', aim: 20, says: 'map, the same: from frame to frame while the wheel zooms, median' },
  'map-zoom-longest': { unit: 'ms', aim: 100, says: 'the same: longest task, processor time' },
  'map-scrub': {
    unit: 'ms',
    aim: 16,
    says: 'map, 5,000 units, all missions: one step of the time, script, style and layout (processor time), median',
  },
  'map-play': { unit: 'ms', aim: null, says: 'the same: from frame to frame while time is played, median' },
  'map-play-longest': { unit: 'ms', aim: 100, says: 'the same: longest task, processor time' },
  'heap-map-play': { unit: 'MB', aim: 5, says: 'what the heap has grown by after the horizon was played' },
  'map-measures': {
    unit: 'ms',
    aim: 500,
    says: 'map: 400 control measures pasted on an open map to all drawn as their symbols, start of the renderer included, median',
  },
  'map-measures-open': {
    unit: 'ms',
    aim: null,
    says: 'map with 400 control measures: click on the place to all drawn as their symbols, median',
  },
  'heap-open': { unit: 'MB', aim: null, says: 'heap of the window with the plan open' },
  'heap-edits': {
    unit: 'MB',
    aim: null,
    says: 'heap of session and document after a thousand edits, without the interface',
  },
  'heap-worker': { unit: 'MB', aim: null, says: 'heap of the worker with its copy and findings' },
  'risk-model': {
    unit: 'ms',
    aim: null,
    says: 'make the risk model of a plan of 1,000 missions, in Node, processor time, median',
  },
  'task-first': {
    unit: 'ms',
    aim: 20,
    says: 'propose times and units for 200 missions and 60 units: model and first answer, in Node, processor time, median',
  },
  'task-first-large': {
    unit: 'ms',
    aim: 2_000,
    says: 'the same for 2,000 missions and 300 units',
  },
  'task-rounds': { unit: '/s', aim: null, says: 'improve it, 200 missions and 60 units: rounds in a second' },
  'task-over-planted': {
    unit: '%',
    aim: null,
    says: 'how much later than in a plan known to be good all is over after 10,000 rounds, mean of plans',
  },
  risk: { unit: 'ms', aim: 1_000, says: 'simulate it 10,000 times, in Node, processor time, median' },
  'file-encode': { unit: 'ms', aim: null, says: 'write the plan file, in Node, median' },
  'file-decode': { unit: 'ms', aim: null, says: 'read and check the plan file, in Node, median' },
  'file-size': { unit: 'MB', aim: null, says: 'size of the plan file' },
} as const satisfies Record<string, RowDefinition>

export type RowName = keyof typeof ROWS

export const ROW_NAMES = Object.keys(ROWS) as RowName[]

export interface Figure {
  readonly value: number
  /** How many measurements the value rests on. */
  readonly runs: number
}

/** Measures some rows of one plan. Tells each figure as soon as it is there, and throws where it cannot go on. */
export interface Suite {
  readonly rows: readonly RowName[]
  readonly measure: (wants: (name: RowName) => boolean, tell: (name: RowName, figure: Figure) => void) => Promise<void>
}
