import { ECHELONS, OWNERS, type Unit } from '../../../domain/records/unit.ts'
import { folded } from '../../ui/folded.ts'
import { catalog } from '../../texts/catalog.ts'

export const PASTE_COLUMNS = [
  'designation',
  'name',
  'echelon',
  'owner',
  'strength',
  'superior',
  'component',
  'symbol',
] as const
export type PasteColumn = (typeof PASTE_COLUMNS)[number]

/** Words as sheets write them, beside the program's own in both languages. */
const MORE_HEADINGS: Readonly<Record<PasteColumn, readonly string[]>> = {
  designation: ['sigla', 'abreviatura', 'código', 'abbreviation', 'short name'],
  name: ['unidad', 'denominación', 'unit'],
  echelon: ['nivel', 'tipo', 'level'],
  owner: ['institución', 'institución propietaria', 'fuerza', 'service'],
  strength: ['efectivos', 'personal', 'dotación', 'personnel'],
  superior: ['unidad superior', 'depende de', 'parent', 'higher'],
  component: ['componente', 'comp'],
  symbol: ['SIDC', 'código de símbolo', 'symbol code'],
}

const MORE_ECHELONS: Partial<Readonly<Record<Unit['echelon'], readonly string[]>>> = {
  platoon: ['pelotón', 'pel', 'destacamento', 'dest', 'detachment', 'pl'],
  section: ['sec'],
  squad: ['escuadra', 'grupo de combate', 'patrol'],
  company: ['cía', 'cia', 'batería', 'escuadrón', 'coy', 'co', 'battery', 'troop'],
  battalion: ['bn', 'btn', 'squadron'],
  regiment: ['regimiento', 'grupo', 'rgto', 'group', 'regt'],
  brigade: ['bda', 'brig', 'bde'],
  division: ['div'],
  command: ['cmdo', 'cdo'],
}

const MORE_OWNERS: Partial<Readonly<Record<Unit['owner'], readonly string[]>>> = {
  army: ['EP', 'Ejército del Perú'],
  navy: ['MGP', 'Marina'],
  'air-force': ['FAP', 'Fuerza Aérea del Perú'],
  joint: ['CCFFAA', 'conjunto'],
  police: ['PNP', 'Policía Nacional del Perú', 'policía'],
}

function wordsOf<K extends string>(
  keys: readonly K[],
  textOf: (key: K) => { readonly es: string; readonly en: string },
  more: Partial<Readonly<Record<K, readonly string[]>>>,
): ReadonlyMap<string, K> {
  const words = new Map<string, K>()
  for (const key of keys) {
    const { es, en } = textOf(key)
    for (const word of [key, es, en, ...(more[key] ?? [])]) if (!words.has(folded(word))) words.set(folded(word), key)
  }
  return words
}

const HEADINGS = wordsOf(PASTE_COLUMNS, (key) => catalog[`forces.column.${key}`], MORE_HEADINGS)
const ECHELON_WORDS = wordsOf(ECHELONS, (key) => catalog[`echelon.${key}`], MORE_ECHELONS)
const OWNER_WORDS = wordsOf(OWNERS, (key) => catalog[`owner.${key}`], MORE_OWNERS)

/** The column that a heading names, in either language; undefined for others. */
export const columnOfHeading = (text: string): PasteColumn | undefined => HEADINGS.get(folded(text))
export const echelonOfWord = (text: string): Unit['echelon'] | undefined => ECHELON_WORDS.get(folded(text))
export const ownerOfWord = (text: string): Unit['owner'] | undefined => OWNER_WORDS.get(folded(text))
