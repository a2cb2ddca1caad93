import type { Problem } from '../../src/domain/scheduling/Problem.ts'
import { readImopse } from './readImopse.ts'
import { readMspsp } from './readMspsp.ts'
import { readPsplib } from './readPsplib.ts'

export const FORMATS = ['psplib', 'imopse', 'mspsp'] as const

export type Format = (typeof FORMATS)[number]

/** How the files of each published format end, and how one is read. */
export const READERS: Readonly<Record<Format, Readonly<{ ending: string; read: (text: string) => Problem }>>> = {
  psplib: { ending: '.sm', read: readPsplib },
  imopse: { ending: '.def', read: readImopse },
  mspsp: { ending: '.dzn', read: readMspsp },
}
