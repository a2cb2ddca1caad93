import { ECHELONS } from './unit.ts'

type Echelon = (typeof ECHELONS)[number]

/** The parts of a 20-digit code of MIL-STD-2525D, version 10 (its table A-I gives the positions). */
export interface SymbolParts {
  /** Reality, exercise, simulation and the standard identity: two digits. */
  readonly identity: string
  /** Symbol set: two digits. */
  readonly set: string
  readonly isPlanned: boolean
  /** Present and planned aside, the condition of digit 7 is kept as it came. */
  readonly status: string
  readonly isHeadquarters: boolean
  readonly isTaskForce: boolean
  /** Echelon or mobility: two digits. */
  readonly amplifier: string
  /** Entity, type and subtype: six digits. */
  readonly entity: string
  /** First and second modifier: two digits each. */
  readonly modifiers: string
}

export type SymbolFault = 'length' | 'version' | 'identity' | 'set' | 'status' | 'flags' | 'echelon'

const HEADQUARTERS = 2
const TASK_FORCE = 4

/** Sets that hold units and what they move in: air, land unit, land civilian, land equipment, installation, surface, subsurface. */
const SETS = new Set(['01', '10', '11', '15', '20', '30', '35'])

/** Amplifier digits of the echelons, table D-III; `command` is drawn as the level above an army. */
const ECHELON_DIGITS: Readonly<Record<Echelon, string>> = {
  team: '11',
  squad: '12',
  section: '13',
  platoon: '14',
  company: '15',
  battalion: '16',
  regiment: '17',
  brigade: '18',
  division: '21',
  command: '24',
  none: '00',
}

const UNIT_AMPLIFIERS = new Set([
  '00',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
])
const EQUIPMENT_AMPLIFIERS = new Set(['00', '31', '32', '33', '34', '35', '36', '37', '41', '42', '51', '52'])
const SEA_AMPLIFIERS = new Set(['00', '61', '62'])
const NO_AMPLIFIER = new Set(['00'])

/** Whether symbols of a set show an echelon. */
export const hasEchelon = (set: string): boolean => set === '10' || set === '11'

function amplifiersOf(set: string): ReadonlySet<string> {
  if (hasEchelon(set)) return UNIT_AMPLIFIERS
  if (set === '15') return EQUIPMENT_AMPLIFIERS
  return set === '30' || set === '35' ? SEA_AMPLIFIERS : NO_AMPLIFIER
}

/** What is wrong with twenty digits by position; milsymbol's own check passes impossible echelons and other versions. */
export function symbolFault(code: string): SymbolFault | null {
  if (!/^\d{20}$/.test(code)) return 'length'
  if (!code.startsWith('10')) return 'version'
  if (!/^[012][0-6]$/.test(code.slice(2, 4))) return 'identity'
  const set = code.slice(4, 6)
  if (!SETS.has(set)) return 'set'
  if (!/^[0-5]$/.test(code.slice(6, 7))) return 'status'
  if (!/^[0-7]$/.test(code.slice(7, 8))) return 'flags'
  return amplifiersOf(set).has(code.slice(8, 10)) ? null : 'echelon'
}

/** The parts of a well-formed code, else null. */
export function readSymbolCode(code: string): SymbolParts | null {
  if (symbolFault(code) !== null) return null
  const flags = Number(code.slice(7, 8))
  return {
    identity: code.slice(2, 4),
    set: code.slice(4, 6),
    isPlanned: code[6] === '1',
    status: code.slice(6, 7),
    isHeadquarters: (flags & HEADQUARTERS) !== 0,
    isTaskForce: (flags & TASK_FORCE) !== 0,
    amplifier: code.slice(8, 10),
    entity: code.slice(10, 16),
    modifiers: code.slice(16, 20),
  }
}

/** Twenty digits of the parts. Feint flags are not kept: nothing of ours is one. */
export function composeSymbolCode(parts: SymbolParts): string {
  const status = parts.isPlanned ? '1' : parts.status === '1' ? '0' : parts.status
  const flags = (parts.isHeadquarters ? HEADQUARTERS : 0) + (parts.isTaskForce ? TASK_FORCE : 0)
  const amplifier = amplifiersOf(parts.set).has(parts.amplifier) ? parts.amplifier : '00'
  return `10${parts.identity}${parts.set}${status}${flags}${amplifier}${parts.entity}${parts.modifiers}`
}

export const echelonDigits = (echelon: Echelon): string => ECHELON_DIGITS[echelon]

/** The echelon that amplifier digits stand for; null for corps, army and what is no echelon. */
export function echelonOfDigits(digits: string): Echelon | null {
  return ECHELONS.find((echelon) => ECHELON_DIGITS[echelon] === digits) ?? null
}

/** The code with the digits of an echelon, where its set shows one; otherwise as it was. */
export function withEchelon(code: string, echelon: Echelon): string {
  const parts = readSymbolCode(code)
  if (parts === null || !hasEchelon(parts.set)) return code
  return `${code.slice(0, 8)}${ECHELON_DIGITS[echelon]}${code.slice(10)}`
}
