import { useTexts } from '../../texts/TextContext.tsx'
import { PointerCoordinates } from './find/PointerCoordinates.tsx'
import { useMapView } from './mapView.ts'
import { scaleBarOf, scaleOf } from './scaleBar.ts'

/** Scale, and what must always be said of the base map: how far it can be trusted, and whom it comes from. */
export function MapFootline() {
  const { t, number } = useTexts()
  const metresPerPixel = useMapView((v) => v.metresPerPixel)
  const { pixels, metres } = scaleBarOf(metresPerPixel)
  const length =
    metres >= 1_000
      ? t('map.kilometres', { value: number(metres / 1_000) })
      : t('map.metres', { value: number(metres) })
  return (
    <footer className="map-foot">
      <PointerCoordinates />
      <span className="map-scale">
        <span className="map-scale-bar" style={{ width: pixels }} aria-hidden />
        <span>{length}</span>
        <span className="map-scale-ratio">{t('map.scale', { denominator: number(scaleOf(metresPerPixel)) })}</span>
      </span>
      <strong className="map-warning">{t('map.warning')}</strong>
      <span className="map-credits">{t('map.credits')}</span>
    </footer>
  )
}
