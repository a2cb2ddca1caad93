import { parseArgs } from 'node:util'
import { err, ok, type Result } from '../domain/result.ts'
import type { EstimateShape } from '../domain/scheduling/risk/Estimate.ts'
import {
  TASKING_GOALS,
  type TaskingGoal,
  UNIT_FREEDOMS,
  type UnitFreedom,
} from '../domain/scheduling/tasking/TaskingRequest.ts'
import type { Language } from '../domain/time/dtg.ts'
import type { AssignOptions, AssignScope } from './reportOfAssignment.ts'
import { texts } from './texts.ts'

const TEMPLATES = ['campaign-2023', 'blank'] as const
export type TemplateName = (typeof TEMPLATES)[number]

/** What was asked for on the command line. */
export type Request = { readonly language: Language } & (
  | { readonly verb: 'help' }
  | {
      readonly verb: 'new'
      readonly template: TemplateName
      readonly out: string
      readonly title: string | null
      /** Epoch ms. */
      readonly hHour: number | null
    }
  | { readonly verb: 'info' | 'check'; readonly file: string; readonly isJson: boolean }
  | {
      readonly verb: 'risk'
      readonly file: string
      readonly isJson: boolean
      readonly runs: number
      readonly seed: number
      readonly shape: EstimateShape
    }
  | {
      readonly verb: 'assign'
      readonly file: string
      readonly isJson: boolean
      readonly options: AssignOptions
      /** Where the plan with the proposal is written; null only tells. */
      readonly out: string | null
    }
  | { readonly verb: 'convert'; readonly from: string; readonly to: string }
)

const OPTIONS = {
  template: { type: 'string' },
  out: { type: 'string' },
  title: { type: 'string' },
  'h-hour': { type: 'string' },
  runs: { type: 'string' },
  seed: { type: 'string' },
  shape: { type: 'string' },
  missions: { type: 'string' },
  goals: { type: 'string' },
  units: { type: 'string' },
  'keep-times': { type: 'boolean' },
  'not-before': { type: 'string' },
  seconds: { type: 'string' },
  rounds: { type: 'string' },
  json: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

type Values = ReturnType<typeof parse>['values']

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })

/** Reads the arguments after the program's name; the error is one line for standard error. */
export function readArguments(args: readonly string[]): Result<Request, string> {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return err(texts.es.badOption(line))
  }
  const { values, positionals } = parsed
  const language = values.language ?? 'es'
  if (language !== 'es' && language !== 'en') return err(texts.es.badLanguage(language))
  if (values.help === true) return ok({ verb: 'help', language })
  const [verb, ...files] = positionals
  const say = texts[language]
  const wants = (count: number): string | null =>
    files.length === count ? null : say.wantsFiles(verb ?? '', count, files.length)
  const isJson = values.json === true
  switch (verb) {
    case undefined:
      return err(say.noVerb)
    case 'new': {
      const wrong = wants(0)
      return wrong === null ? readNew(values, language) : err(wrong)
    }
    case 'info':
    case 'check': {
      const wrong = wants(1)
      return wrong === null ? ok({ verb, language, file: files[0] ?? '', isJson }) : err(wrong)
    }
    case 'risk': {
      const wrong = wants(1)
      return wrong === null ? readRisk(values, language, files[0] ?? '') : err(wrong)
    }
    case 'assign': {
      const wrong = wants(1)
      return wrong === null ? readAssign(values, language, files[0] ?? '') : err(wrong)
    }
    case 'convert': {
      const wrong = wants(2)
      return wrong === null ? ok({ verb, language, from: files[0] ?? '', to: files[1] ?? '' }) : err(wrong)
    }
    default:
      return err(say.unknownVerb(verb))
  }
}

/** More would take longer than anyone waits, and say no more. */
const MOST_RUNS = 1_000_000

function readRisk(values: Values, language: Language, file: string): Result<Request, string> {
  const say = texts[language]
  const runs = values.runs === undefined ? 10_000 : Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1 || runs > MOST_RUNS) return err(say.badRuns(values.runs ?? '', MOST_RUNS))
  const seed = values.seed === undefined ? 1 : Number(values.seed)
  if (!Number.isSafeInteger(seed) || seed < 0) return err(say.badSeed(values.seed ?? ''))
  const shape = values.shape ?? 'pert'
  if (shape !== 'pert' && shape !== 'triangular') return err(say.badShape(shape))
  return ok({ verb: 'risk', language, file, isJson: values.json === true, runs, seed, shape })
}

/** Minutes from H-hour that a record may state. */
const FARTHEST = 5_256_000

function readAssign(values: Values, language: Language, file: string): Result<Request, string> {
  const say = texts[language]
  const bad = (option: string, text: string, may: string): Result<Request, string> =>
    err(say.badValue(option, text, may))
  const goals = (values.goals ?? 'change,lateness,travel').split(',').filter((goal) => goal !== '')
  const isGoal = (goal: string): goal is TaskingGoal => (TASKING_GOALS as readonly string[]).includes(goal)
  if (!goals.every(isGoal) || new Set(goals).size < goals.length)
    return bad('--goals', values.goals ?? '', TASKING_GOALS.join(','))
  const units: UnitFreedom | undefined = UNIT_FREEDOMS.find((u) => u === (values.units ?? 'change'))
  if (units === undefined) return bad('--units', values.units ?? '', UNIT_FREEDOMS.join('|'))
  const numberIn = (text: string | undefined, least: number, most: number, isWhole: boolean): number | null => {
    const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
    return value >= least && value <= most && (!isWhole || Number.isInteger(value)) ? value : null
  }
  const seed = values.seed === undefined ? 1 : numberIn(values.seed, 0, 0xffff_ffff, true)
  if (seed === null) return bad('--seed', values.seed ?? '', '0…4294967295')
  const rounds = numberIn(values.rounds, 0, 1_000_000_000, true)
  if (values.rounds !== undefined && rounds === null) return bad('--rounds', values.rounds, '0…1000000000')
  const seconds = numberIn(values.seconds, 0, 3_600, false)
  if (values.seconds !== undefined && seconds === null) return bad('--seconds', values.seconds, '0…3600')
  const notBefore = numberIn(values['not-before'], -FARTHEST, FARTHEST, true)
  if (values['not-before'] !== undefined && notBefore === null)
    return bad('--not-before', values['not-before'], `-${FARTHEST}…${FARTHEST}`)
  const options: AssignOptions = {
    scope: scopeOf(values.missions ?? 'open'),
    mayMove: values['keep-times'] !== true,
    units,
    notBefore,
    goals,
    seed,
    ...(rounds === null ? {} : { rounds }),
    ...(seconds === null ? {} : { seconds }),
  }
  return ok({ verb: 'assign', language, file, isJson: values.json === true, options, out: values.out ?? null })
}

const scopeOf = (text: string): AssignScope =>
  text === 'open' || text === 'errors' || text === 'all'
    ? text
    : text
        .split(',')
        .map((code) => code.trim())
        .filter((code) => code !== '')

function readNew(values: Values, language: Language): Result<Request, string> {
  const say = texts[language]
  const template = TEMPLATES.find((name) => name === values.template)
  if (template === undefined) return err(say.wantsTemplate)
  if (values.out === undefined || values.out === '') return err(say.wantsOut)
  const title = values.title?.trim() ?? null
  if (title !== null && (title === '' || title.length > 300)) return err(say.badTitle)
  const text = values['h-hour']
  const hHour = text === undefined ? null : Date.parse(text)
  // Without a zone the time would be the machine's: another plan on another laptop.
  if (text !== undefined && (Number.isNaN(hHour) || !/(?:Z|[+-]\d{2}:?\d{2})$/.test(text)))
    return err(say.badInstant(text))
  return ok({ verb: 'new', language, template, out: values.out, title, hHour })
}
