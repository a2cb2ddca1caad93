import { useEffect, useRef } from 'react'
import { useTexts } from '../../../texts/TextContext.tsx'
import type { Preview } from './usePreview.ts'

interface SheetPreviewProps {
  readonly preview: Preview
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** The drawn sheet; while another one is drawn, the last one is pale. */
export function SheetPreview({ preview, width, height }: SheetPreviewProps) {
  const { t } = useTexts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { state, bitmap } = preview
  useEffect(() => {
    const element = canvas.current
    if (element === null || bitmap === null) return
    element.width = bitmap.width
    element.height = bitmap.height
    element.getContext('2d')?.drawImage(bitmap, 0, 0)
  }, [bitmap])
  return (
    <figure className="map-print-preview" data-state={state} aria-label={t('map-print.preview')}>
      <canvas ref={canvas} style={{ width, height }} />
      {state === 'shown' ? null : (
        <output className="map-print-preview-words">
          {t(state === 'failed' ? 'map-print.preview-failed' : 'map-print.preview-wait')}
        </output>
      )}
    </figure>
  )
}
