import { Plus, X } from 'lucide-react'
import { measureRing, pathMetres } from '../../../../domain/geo/ellipsoid.ts'
import { parseCoordinates } from '../../../../domain/geo/parseCoordinates.ts'
import type { Position } from '../../../../domain/records/common.ts'
import { MANY, measureTypeOf, roleOfPoint } from '../../../../domain/records/measureTypes.ts'
import type { Overlay } from '../../../../domain/records/overlay.ts'
import { err, ok } from '../../../../domain/result.ts'
import { ParsedField } from '../../../fields/ParsedField.tsx'
import { useCoordinates } from '../../../fields/places/useCoordinates.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'
import { pointAfter } from './pointAfter.ts'
import './OverlayPoints.css'

/** More are edited on the map, or not at all one by one. */
const SHOWN = 50

/** Each point by its coordinates, in any usual writing; those of lines and areas can be added and taken away. */
export function OverlayPoints({ overlay }: { overlay: Overlay }) {
  const { t, language } = useTexts()
  const { write } = useCoordinates()
  const edit = useEdit<'overlay'>(overlay)
  const canEdit = useSessionState((s) => s.canEdit)
  const type = measureTypeOf(overlay)
  const { points, shape } = overlay
  const isFree = type === null ? shape !== 'point' : type.maxPoints >= MANY
  const least = type?.minPoints ?? (shape === 'area' ? 3 : shape === 'line' ? 2 : 1)
  const roles = type ?? { roles: [shape === 'area' ? 'corner' : shape === 'line' ? 'vertex' : 'position'] as const }
  const nameOf = (index: number): string => t(`map-measures.role.${roleOfPoint(roles, index)}`, { number: index + 1 })
  return (
    <Section id="overlay-points" title={t('map-measures.points')} count={points.length}>
      <Size overlay={overlay} />
      <ol className="overlay-points">
        {points.slice(0, SHOWN).map((point, index) => (
          // Points have no ids: where one stands among the others is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="sheet-line">
            <ParsedField
              label={nameOf(index)}
              layout="beside"
              text={write(point)}
              isReadOnly={!canEdit}
              read={(text) => {
                const read = parseCoordinates(text, language)
                return read.ok ? ok(read.value.position) : err(t(`map-find.error.${read.error}`))
              }}
              onCommit={(next: Position) => edit({ points: points.with(index, [...next]) })}
            />
            {isFree && canEdit ? (
              <>
                <IconButton
                  icon={Plus}
                  label={t('map-measures.add-after', { role: nameOf(index) })}
                  onPress={() => edit({ points: points.toSpliced(index + 1, 0, [...pointAfter(overlay, index)]) })}
                />
                <IconButton
                  icon={X}
                  label={t('map-measures.remove-point', { role: nameOf(index) })}
                  isDisabled={points.length <= least}
                  onPress={() => edit({ points: points.toSpliced(index, 1) })}
                />
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {points.length > SHOWN ? (
        <p className="sheet-note">{t('map-measures.more-points', { count: points.length - SHOWN })}</p>
      ) : null}
    </Section>
  )
}

const SQUARE_METRES_OF_KM = 1e6

/** How long a line is, how large an area; nothing for points and for symbols whose points are no path. */
function Size({ overlay }: { overlay: Overlay }) {
  const { t, number } = useTexts()
  const type = measureTypeOf(overlay)
  if (overlay.shape === 'point' || (type !== null && type.maxPoints < MANY && type.roles.length > 1)) return null
  const isArea = overlay.shape === 'area'
  const size = isArea
    ? measureRing(overlay.points).squareMetres / SQUARE_METRES_OF_KM
    : pathMetres(overlay.points) / 1000
  const digits = size < 100 ? 2 : 0
  return (
    <dl className="sheet-fact">
      <dt>{isArea ? t('map-measures.area-size') : t('map-measures.length')}</dt>
      <dd>
        {number(size, digits)} {isArea ? 'km²' : 'km'}
      </dd>
    </dl>
  )
}
