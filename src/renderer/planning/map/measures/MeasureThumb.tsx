import { memo, useEffect, useState } from 'react'
import type { MeasureType } from '../../../../domain/records/measureTypes.ts'
import { useSymbolInks } from '../../../fields/symbol/useSymbolInks.ts'
import type { MultipointDrawing } from '../../../map-engine/multipoint/Multipoint.ts'
import { multipoints } from '../../../map-engine/multipoint/multipoints.ts'
import { withColours } from '../../../map-engine/Scene.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { measurePicture } from './measurePicture.ts'
import { sampleRequest } from './sampleRequest.ts'
import { translatedLabel } from './MeasureWords.ts'
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

function PathThumb({ type }: { type: MeasureType }) {
  const { t } = useTexts()
  const request = sampleRequest(type)
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
  const labels = drawing.labels.map((label) => ({ ...label, text: translatedLabel(label.text, type, t) }))
  const { viewBox, strokes, fills, letters } = thumbOf({ ...drawing, labels })
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
