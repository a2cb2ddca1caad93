import { type Figure, ROWS, type RowName } from './rows.ts'

/** The figures that are there, as one line of JSON; `aim` is what the value is to stay below, or null. */
export function asJson(figures: ReadonlyMap<RowName, Figure>): string {
  const results = [...figures].map(([name, { value }]) => ({
    name,
    value: round(value),
    unit: ROWS[name].unit,
    aim: ROWS[name].aim,
  }))
  return JSON.stringify({ results })
}

/** One line per row: also those that could not be measured. */
export function asTable(rows: readonly RowName[], figures: ReadonlyMap<RowName, Figure>): string {
  const head = ['name', 'value', 'unit', 'aim', 'runs', '', 'what']
  const lines = rows.map((name) => {
    const { unit, aim, says } = ROWS[name]
    const figure = figures.get(name)
    const met = figure === undefined ? 'failed' : aim === null ? '' : figure.value < aim ? 'met' : 'missed'
    const value = figure === undefined ? '–' : round(figure.value)
    return [name, `${value}`, unit, aim === null ? '' : `< ${aim}`, `${figure?.runs ?? 0}`, met, says]
  })
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)))
  const isNumber = (column: number): boolean => column === 1 || column === 3 || column === 4
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Three digits where there is a fraction: more would be noise. */
const round = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)))
