import { useEffect, useState } from 'react'
import type { GroundHit, MapAdapter, Pixel, PointerEventOnMap } from '../../map-engine/MapAdapter.ts'
import { type Texts, useTexts } from '../../texts/TextContext.tsx'
import { groundWords } from './groundWords.ts'
import { mapView } from './mapView.ts'

/** Titles listed before the rest is counted. */
const MOST = 6

interface Pointed {
  readonly pixel: Pixel
  readonly titles: readonly string[]
  readonly more: number
  readonly ground: GroundHit | null
}

/** What lies under the pointer, in words. Screen readers get the same from the list of what is in view. */
export function MapTooltip({ map }: { map: MapAdapter }) {
  const texts = useTexts()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  useEffect(() => {
    const stopPointer = map.onPointer((event) => setPointed(event.type === 'move' ? pointedAt(map, event) : null))
    const stopView = map.onView(() => setPointed(null))
    const stopDrag = map.onSymbolDrag(() => setPointed(null))
    return () => {
      stopPointer()
      stopView()
      stopDrag()
    }
  }, [map])
  if (pointed === null) return null
  const [width] = map.view().size
  const isLeft = pointed.pixel[0] > width - 260
  return (
    <div
      className="map-tooltip"
      data-side={isLeft ? 'left' : 'right'}
      style={{ transform: `translate(${pointed.pixel[0]}px, ${pointed.pixel[1]}px)` }}
      aria-hidden
    >
      <div className="map-tooltip-box">{lines(pointed, texts)}</div>
    </div>
  )
}

function pointedAt(map: MapAdapter, { hits, pixel }: PointerEventOnMap): Pointed | null {
  if (mapView.getState().mode !== 'choose') return null
  const titles = hits.flatMap(({ items }) => items.filter(({ title }) => title !== '').map(({ title }) => title))
  const ground = titles.length > 0 ? null : map.groundAt(pixel)
  if (titles.length === 0 && ground === null) return null
  return { pixel, titles: titles.slice(0, MOST), more: Math.max(0, titles.length - MOST), ground }
}

function lines({ titles, more, ground }: Pointed, texts: Texts) {
  if (ground !== null) {
    const { name, facts } = groundWords(ground, texts)
    return (
      <>
        <strong>{name}</strong>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </>
    )
  }
  return (
    <>
      {titles.map((title, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- titles may be alike, and the list is never reordered
        <span key={at}>{title}</span>
      ))}
      {more > 0 ? <span>{texts.t('map.more', { count: more })}</span> : null}
    </>
  )
}
