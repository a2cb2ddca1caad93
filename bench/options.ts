import { err, ok, type Result } from '../src/domain/result.ts'
import { ROW_NAMES, type RowName } from './rows.ts'

export interface Options {
  readonly units: number
  readonly missions: number
  readonly rows: readonly RowName[]
  readonly isJson: boolean
}

const DEFAULTS: Options = { units: 5_000, missions: 50_000, rows: ROW_NAMES, isJson: false }

export const USAGE = `npm run bench -- [--size UNITSxMISSIONS] [--only NAME,NAME] [--json]
Names: ${ROW_NAMES.join(', ')}`

/** Reads the command line; an error is the sentence to show. */
export function readOptions(args: readonly string[]): Result<Options, string> {
  let options = DEFAULTS
  const rest = args.flatMap((arg) => (arg.startsWith('--') ? arg.split('=', 2) : [arg]))
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--json') options = { ...options, isJson: true }
    else if (name === '--size') {
      const size = /^(\d+)x(\d+)$/.exec(rest.shift() ?? '')
      const [units, missions] = [Number(size?.[1] ?? 0), Number(size?.[2] ?? 0)]
      // Fewer units leave a component without any; fewer missions leave nothing to move and to scroll.
      if (units < 20 || missions < 100) return err('--size is UNITSxMISSIONS, at least 20x100')
      options = { ...options, units, missions }
    } else if (name === '--only') {
      const names = (rest.shift() ?? '').split(',')
      const unknown = names.find((n) => !ROW_NAMES.some((known) => known === n))
      if (unknown !== undefined) return err(`--only does not know “${unknown}”`)
      options = { ...options, rows: names as RowName[] }
    } else return err(`unknown: ${name}`)
  }
  return ok(options)
}
