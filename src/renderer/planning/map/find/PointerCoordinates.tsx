import { Copy } from 'lucide-react'
import { useEffect } from 'react'
import { useAction } from '../../../actions/ActionsContext.tsx'
import { useCoordinates } from '../../../fields/places/useCoordinates.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useMapView } from '../mapView.ts'
import { findView, useFindView } from './findView.ts'
import './PointerCoordinates.css'

/** Where the pointer is, else the middle of the map, in the person's own writing. */
export function PointerCoordinates() {
  const { t } = useTexts()
  const { write } = useCoordinates()
  const map = useMapView((v) => v.map)
  const center = useMapView((v) => v.center)
  const pointer = useFindView((v) => v.pointer)
  const copy = useAction('map.copy-coordinates')
  useEffect(() => {
    if (map === null) return undefined
    const stop = map.onPointer((event) => findView.setState({ pointer: event.type === 'leave' ? null : event.at }))
    return () => {
      stop()
      findView.setState({ pointer: null })
    }
  }, [map])
  const at = pointer ?? center
  if (at === null) return null
  return (
    <span className="pointer-coordinates">
      <span className="pointer-coordinates-what">{t(pointer === null ? 'map-find.center' : 'map-find.pointer')}</span>
      <span className="pointer-coordinates-text">{write(at)}</span>
      <IconButton icon={Copy} label={copy.label} onPress={copy.perform} />
    </span>
  )
}
