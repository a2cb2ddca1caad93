import type { GazetteerEntry } from '../../../domain/geo/gazetteer.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import type { Id } from '../../../domain/records/ids.ts'
import type { Texts } from '../../texts/TextContext.tsx'
import type { PlaceMatch } from './placeMatches.ts'

/** What is said beside a name or a reading to tell it from the others. */
export function matchDetail(match: PlaceMatch, plan: PlanReader | null, texts: Texts): string {
  const { t } = texts
  if (match.kind === 'name') return entryDetail(match.entry, plan, texts)
  const { kind, precisionMetres } = match.read
  return t('map-find.understood', { form: t(`coordinates.${kind}`), size: metresText(precisionMetres, texts) })
}

function entryDetail(entry: GazetteerEntry, plan: PlanReader | null, { t, number }: Texts): string {
  const { source, population, detail } = entry
  if (source === 'town') {
    const people = population === null ? null : number(population)
    return people === null ? t('map-find.town-unknown') : t('map-find.town', { people })
  }
  if (source === 'place') {
    const kind = plan?.get(entry.id as Id<'place'>)?.kind
    return kind === undefined ? t('map-find.source.place') : t(`place-kind.${kind}`)
  }
  return detail === '' ? t(`map-find.source.${source}`) : `${t(`map-find.source.${source}`)} · ${detail}`
}

/** `1 m`, `10 m`, `1.1 km`: two figures are enough. */
function metresText(metres: number, { number, t }: Pick<Texts, 'number' | 't'>): string {
  if (metres >= 1000) return t('map-find.km', { value: number(metres / 1000, metres < 10_000 ? 1 : 0) })
  const decimals = metres >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(metres)))
  return t('map-find.m', { value: number(metres, decimals) })
}
