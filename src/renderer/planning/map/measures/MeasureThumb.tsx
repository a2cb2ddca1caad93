import { memo, useEffect, useState } from 'react'
import type { Position } from '../../../../domain/records/common.ts'
import type { MeasureType } from '../../../../domain/records/measureTypes.ts'
import { useSymbolInks } from '../../../fields/symbol/useSymbolInks.ts'
import type { MultipointDrawing, MultipointRequest } from '../../../map-engine/multipoint/Multipoint.ts'
import { multipoints } from '../../../map-engine/multipoint/multipoints.ts'
import { withColours } from '../../../map-engine/Scene.ts'
import { measurePicture } from './measurePicture.ts'
import { thumbOf } from './thumbOf.ts'
import './MeasuresPanel.css'

/** A small picture of a kind of measure, drawn as the map draws it. */
export const MeasureThumb = memo(function MeasureThumb({ type }: { type: MeasureType }) {
  return type.shape === 'point' ? <PointThumb symbol={type.symbol} /> : <PathThumb type={type} />
})

function PointThumb({ symbol }: { symbol: string }) {
  // Another theme has other inks.
  useSymbolInks()
  const tokens = getComputedStyle(document.documentElement)
  const svg = withColours(measurePicture(symbol).svg, (token) => tokens.getPropertyValue(token).trim())
  return <img className="measure-thumb-point" alt="" src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
}

/** The sample is a square of this many metres and pixels at the equator, large enough for arrowheads to be small in it. */
const SIDE = 110
const DEGREES = SIDE / 111_320

const requests = new WeakMap<MeasureType, MultipointRequest>()

function requestOf(type: MeasureType): MultipointRequest {
  const known = requests.get(type)
  if (known !== undefined) return known
  const request: MultipointRequest = {
    symbol: type.symbol,
    points: type.sample.map(([right, up]): Position => [right * DEGREES, up * DEGREES * 0.75]),
    metresPerPixel: 1,
    name: '',
    second: '',
    begins: '',
    ends: '',
    widths: type.widths.map(() => SIDE / 3),
  }
  requests.set(type, request)
  return request
}

function PathThumb({ type }: { type: MeasureType }) {
  const request = requestOf(type)
  const [drawing, setDrawing] = useState<MultipointDrawing | null>(multipoints.known(request) ?? null)
  useEffect(() => {
    let isWanted = true
    void multipoints.draw([request]).then(([drawn]) => {
      if (isWanted && drawn !== undefined) setDrawing(drawn)
    })
    return () => {
      isWanted = false
    }
  }, [request])
  if (drawing === null) return <span className="measure-thumb" />
  const { viewBox, strokes, fills, letters } = thumbOf(drawing)
  return (
    <svg className="measure-thumb" viewBox={viewBox} aria-hidden="true">
      <path d={strokes} fill="none" stroke="currentColor" strokeWidth="1.25" vectorEffect="non-scaling-stroke" />
      <path d={fills} fill="currentColor" />
      {letters.map(({ text, x, y, size }) => (
        <text
          key={`${text} ${x} ${y}`}
          x={x}
          y={y}
          fontSize={size}
          fontWeight="600"
          textAnchor="middle"
          dominantBaseline="central"
          fill="currentColor"
        >
          {text}
        </text>
      ))}
    </svg>
  )
}
