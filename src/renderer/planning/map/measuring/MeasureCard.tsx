import { Copy, Eraser, X } from 'lucide-react'
import { isIdOf, type Id } from '../../../../domain/records/ids.ts'
import { NAME_SOURCES } from '../../../../domain/geo/gazetteer.ts'
import { formatSpan } from '../../../../domain/time/planTime.ts'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import type { PlaceMatch } from '../../../fields/places/placeMatches.ts'
import { PlaceSearch } from '../../../fields/places/PlaceSearch.tsx'
import { recordShort } from '../../../fields/recordText.ts'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { usePlan, useRecord, useSession, useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { copyText } from '../find/copyText.ts'
import { enterMode, mapView } from '../mapView.ts'
import './MeasureCard.css'
import type { MeasuredWay } from './measureWay.ts'
import { areaText, bearingText, lengthText, measureLines, modelText } from './measureWords.ts'
import { clearMeasurement, measuringView, useMeasuring } from './measuringView.ts'
import { positionOfRecord } from './positionOfRecord.ts'
import { travelHints } from './travelHints.ts'

/** What was measured, in words and figures. */
export function MeasureCard({ way }: { way: MeasuredWay }) {
  const texts = useTexts()
  const { t } = texts
  const { timeZone } = usePlanMeta()
  const { notify } = useActionContext()
  const unit = useMeasuring((m) => m.unit)
  const isEmpty = way.legs.length === 0
  const copy = (): void => {
    void copyText(measureLines(way, unit, timeZone, texts).join('\n')).then((isDone) =>
      notify(
        isDone ? { tone: 'note', text: t('map-measure.copied') } : { tone: 'warning', text: t('map-find.not-copied') },
      ),
    )
  }
  return (
    <section className="map-card measure-card" aria-label={t('map-measure.title')}>
      <header className="map-card-head">
        <h2>{t('map-measure.title')}</h2>
        <span className="measure-card-buttons">
          <IconButton icon={Copy} label={t('map-measure.copy')} isDisabled={isEmpty} onPress={copy} />
          <IconButton icon={Eraser} label={t('map-measure.clear')} isDisabled={isEmpty} onPress={clearMeasurement} />
          <IconButton icon={X} label={t('map-measure.leave')} onPress={() => enterMode('choose')} />
        </span>
      </header>
      {isEmpty ? (
        <p className="map-card-faint">{t('map-measure.help')}</p>
      ) : (
        <>
          <div className="measure-legs">
            <table aria-label={t('map-measure.legs')}>
              <thead>
                <tr>
                  <th scope="col">{t('map-measure.leg')}</th>
                  <th scope="col">{t('map-measure.length')}</th>
                  <th scope="col">{t('map-measure.true-short')}</th>
                  {way.model === null ? null : <th scope="col">{t('map-measure.magnetic-short')}</th>}
                </tr>
              </thead>
              <tbody>
                {way.legs.map(({ metres, trueBearing, magneticBearing }, i) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a leg is where it stands in the way
                  <tr key={i}>
                    <th scope="row">{i + 1}</th>
                    <td>{lengthText(metres, texts)}</td>
                    <td>{bearingText(trueBearing, unit, texts)}</td>
                    {magneticBearing === null ? null : <td>{bearingText(magneticBearing, unit, texts)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <dl className="measure-sums">
            <dt>{t(way.squareMetres === null ? 'map-measure.total' : 'map-measure.perimeter')}</dt>
            <dd>{lengthText(way.metres, texts)}</dd>
            {way.squareMetres === null ? null : (
              <>
                <dt>{t('map-measure.area')}</dt>
                <dd>{areaText(way.squareMetres, texts)}</dd>
              </>
            )}
          </dl>
          <TravelHints metres={way.metres} />
          <p className="map-card-faint">{modelText(way, timeZone, texts)}</p>
        </>
      )}
      <AddPoint />
      <SegmentedControl
        label={t('map-measure.unit')}
        segments={[
          { id: 'degrees', label: t('map-measure.unit-degrees') },
          { id: 'mils', label: t('map-measure.unit-mils') },
        ]}
        value={unit}
        onChange={(next) => measuringView.setState({ unit: next })}
      />
    </section>
  )
}

/** How long the selected unit takes over it, as the check counts. */
function TravelHints({ metres }: { metres: number }) {
  const { t, number, language } = useTexts()
  const plan = usePlan()
  const focused = useSessionState((s) => s.focused)
  const unit = useRecord(isUnit(focused) ? focused : null)
  if (unit === undefined || unit.mobility.length === 0) return null
  return (
    <div className="measure-travel">
      <h3>{t('map-measure.travel', { name: recordShort(unit, language) })}</h3>
      <ul>
        {travelHints(plan, unit, metres).map(({ mode, speedKmh, factor, minutes }) => (
          <li key={mode}>
            <span>{t(`mobility.${mode}`)}</span>
            <span className="measure-length">{formatSpan(Math.round(minutes))}</span>
            <span className="map-card-faint">
              {t('map-measure.travel-by', { speed: number(speedKmh, 1), factor: number(factor, 1) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const isUnit = (id: Id | null): id is Id<'unit'> => id !== null && isIdOf('unit', id)

/** Sets the next point by name or coordinates, for hands that are on the keyboard. */
function AddPoint() {
  const { t } = useTexts()
  const session = useSession()
  const { notify } = useActionContext()
  const take = (match: PlaceMatch): void => {
    const { plan, time } = session.store.getState()
    const at =
      match.kind === 'coordinates'
        ? match.read.position
        : (match.entry.position ?? (plan === null ? null : positionOfRecord(plan, match.entry.id as Id, time)))
    if (at === null) return notify({ tone: 'warning', text: t('map.show-nowhere') })
    return measuringView.getState().hand?.add(at)
  }
  return (
    <PlaceSearch
      label={t('map-measure.add-point')}
      isLabelHidden
      text=""
      placeholder={t('map-measure.add-point')}
      sources={NAME_SOURCES}
      near={() => mapView.getState().center}
      onPick={take}
    />
  )
}
