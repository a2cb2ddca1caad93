import { randomUUID } from 'node:crypto'
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describePlanFileError } from '../domain/formats/describePlanFileError.ts'
import { decodePlanFile, encodePlanFile, MAX_FILE_BYTES } from '../domain/formats/planFile.ts'
import type { AnyRecord } from '../domain/records/catalog.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { readTemplate } from '../domain/templates/readTemplate.ts'
import type { Language } from '../domain/time/dtg.ts'
import { texts } from './texts.ts'

export interface OpenedPlan {
  readonly records: readonly AnyRecord[]
  /** The format the file was written in, where it was older than the current one. */
  readonly migratedFrom: number | null
}

/** Reads a plan file, or a template by its `.json`, whole; the error is one line. */
export function openPlan(file: string, language: Language): Result<OpenedPlan, string> {
  const say = texts[language]
  const bytes = readBytes(file, language)
  if (!bytes.ok) return bytes
  if (path.extname(file).toLowerCase() === '.json') {
    const records = parseTemplate(bytes.value, language)
    return records.ok ? ok({ records: records.value, migratedFrom: null }) : err(say.unusable(file, records.error))
  }
  const decoded = decodePlanFile(bytes.value)
  return decoded.ok ? decoded : err(say.unusable(file, describePlanFileError(decoded.error, language)))
}

function readBytes(file: string, language: Language): Result<Uint8Array, string> {
  const say = texts[language]
  try {
    const { size } = statSync(file)
    // Larger files are refused by the codec anyway, but only once they are in memory.
    if (size > MAX_FILE_BYTES) {
      const error = {
        code: 'too-large',
        megabytes: Math.ceil(size / 1_048_576),
        limit: MAX_FILE_BYTES / 1_048_576,
      } as const
      return err(say.unusable(file, describePlanFileError(error, language)))
    }
    return ok(readFileSync(file))
  } catch (error) {
    return err(say.unreadable(file, whyNot(error, language)))
  }
}

/** Reads a template's bytes. */
export function parseTemplate(bytes: Uint8Array, language: Language): Result<readonly AnyRecord[], string> {
  const say = texts[language]
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return err(say.notJson)
  }
  const template = readTemplate(value)
  if (template.ok) return template
  const { code, ...detail } = template.error
  return err(say.notTemplate(`${code} ${JSON.stringify(detail)}`))
}

/** Writes a plan in the format its extension names, whole or not at all. */
export function savePlan(file: string, records: readonly AnyRecord[], language: Language): Result<null, string> {
  const bytes = path.extname(file).toLowerCase() === '.json' ? encodeTemplate(file, records) : encodePlanFile(records)
  const beside = `${file}.${randomUUID().slice(0, 8)}.tmp`
  try {
    writeFileSync(beside, bytes, { flag: 'wx' })
    renameSync(beside, file)
    return ok(null)
  } catch (error) {
    rmSync(beside, { force: true })
    return err(texts[language].unwritable(file, whyNot(error, language)))
  }
}

function encodeTemplate(file: string, records: readonly AnyRecord[]): Uint8Array {
  const name = path
    .basename(file, path.extname(file))
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const template = { template: name.slice(0, 64) || 'plan', version: 1, records }
  return new TextEncoder().encode(`${JSON.stringify(template, null, 1)}\n`)
}

export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return path.resolve(a) === path.resolve(b)
  }
}

function whyNot(error: unknown, language: Language): string {
  const say = texts[language]
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return say.noFile
    case 'EISDIR':
      return say.isFolder
    case 'EACCES':
    case 'EPERM':
      return say.noRight
    default:
      return code === '' ? (String(error).split('\n')[0] ?? '') : code
  }
}
