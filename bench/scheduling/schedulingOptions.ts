import { err, ok, type Result } from '../../src/domain/result.ts'
import { FORMATS, type Format } from './formats.ts'

export type SchedulingOptions = Readonly<{
  format: Format
  dir: string
  seconds: number | undefined
  schedules: number | undefined
  seed: number
  workers: number
  isJson: boolean
  /** Seconds of the processor instead of the wall: fair on a machine that others use. */
  isProcessorTime: boolean
}>

export const USAGE = `npm run bench:scheduling -- --format psplib|imopse|mspsp --dir FOLDER --seconds S --seed N
  [--schedules K] [--workers W] [--json] [--clock wall|processor]
Solves every instance of the folder (and of folders in it). --seconds, --schedules or both bound each; one is needed.
Of two workers one searches and one proves; of more, several instances run at once, each with two.`

/** Reads the command line; an error is the sentence to show. */
export function readSchedulingOptions(args: readonly string[]): Result<SchedulingOptions, string> {
  const given = new Map<string, string>()
  const rest = args.flatMap((arg) => (arg.startsWith('--') ? arg.split('=', 2) : [arg]))
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--json') given.set(name, 'yes')
    else if (!KNOWN.includes(name)) return err(`unknown: ${name}`)
    else {
      const value = rest.shift()
      if (value === undefined) return err(`${name} needs a value`)
      given.set(name, value)
    }
  }
  const format = FORMATS.find((known) => known === given.get('--format'))
  if (!format) return err(`--format is one of ${FORMATS.join(', ')}`)
  const dir = given.get('--dir')
  if (!dir) return err('--dir is the folder of the instances')
  for (const name of ['--seconds', '--schedules', '--seed', '--workers']) {
    const value = given.get(name)
    const least = name === '--seconds' ? 0 : name === '--seed' ? Number.MIN_SAFE_INTEGER : 1
    if (value !== undefined && !(Number(value) >= least && Number(value) < 1e12)) return err(`${name} is a number`)
  }
  const numberOf = (name: string): number | undefined => (given.has(name) ? Number(given.get(name)) : undefined)
  // A budget of 0 means that it is the other one that bounds.
  const [seconds, schedules] = [numberOf('--seconds') || undefined, numberOf('--schedules')]
  if (seconds === undefined && schedules === undefined) return err('--seconds or --schedules is needed')
  const clock = given.get('--clock') ?? 'wall'
  if (clock !== 'wall' && clock !== 'processor') return err('--clock is wall or processor')
  return ok({
    format,
    dir,
    seconds,
    schedules,
    seed: numberOf('--seed') ?? 1,
    workers: Math.floor(numberOf('--workers') ?? 1),
    isJson: given.has('--json'),
    isProcessorTime: clock === 'processor',
  })
}

const KNOWN = ['--format', '--dir', '--seconds', '--schedules', '--seed', '--workers', '--clock']
