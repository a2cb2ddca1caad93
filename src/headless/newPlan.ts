import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AnyRecord } from '../domain/records/catalog.ts'
import { makeId } from '../domain/records/ids.ts'
import { ok, type Result } from '../domain/result.ts'
import { blankPlan } from '../domain/templates/blankPlan.ts'
import { instantiateTemplate } from '../domain/templates/instantiateTemplate.ts'
import type { Language } from '../domain/time/dtg.ts'
import { parseTemplate } from './planFiles.ts'
import type { TemplateName } from './readArguments.ts'
import { texts } from './texts.ts'

const DAY_MS = 86_400_000

const SOURCES: Record<TemplateName, URL> = {
  'campaign-2023': new URL('../../resources/templates/campaign-2023.json', import.meta.url),
  blank: new URL('../../resources/templates/catalogue.json', import.meta.url),
}

interface NewPlan {
  readonly template: TemplateName
  readonly title: string | null
  readonly hHour: number | null
  readonly language: Language
}

/** The records of a new plan from one of the product's templates. */
export function newPlan({ template, title, hHour, language }: NewPlan): Result<readonly AnyRecord[], string> {
  const records = parseTemplate(readFileSync(SOURCES[template]), language)
  if (!records.ok) return records
  const planId = makeId('plan', randomUUID())
  if (template === 'blank') {
    const given = { planId, title: title ?? texts[language].blankTitle, hHour: hHour ?? tomorrowAtSix() }
    return ok(blankPlan(records.value, given))
  }
  return ok(
    instantiateTemplate(records.value, {
      planId,
      ...(title === null ? {} : { title }),
      ...(hHour === null ? {} : { hHour }),
    }),
  )
}

/** 0600R of tomorrow, UTC−5. */
const tomorrowAtSix = (): number => Math.floor(Date.now() / DAY_MS + 1) * DAY_MS + DAY_MS * (11 / 24)
