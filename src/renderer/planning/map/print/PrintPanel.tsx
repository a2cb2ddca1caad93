import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTexts } from '../../../texts/TextContext.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useMap } from '../MapContext.tsx'
import { PrintFrame } from './PrintFrame.tsx'
import './PrintPanel.css'
import { closePrint, layInView, usePrintView } from './printView.ts'
import { SaveButtons } from './SaveButtons.tsx'
import { SheetForm } from './SheetForm.tsx'
import { SheetPreviews } from './SheetPreviews.tsx'
import { useContent } from './useContent.ts'

/** Prepares a printed sheet: paper, scale, what goes on it; the frame lies on the map meanwhile. */
export function PrintPanel() {
  const isOpen = usePrintView((v) => v.isOpen)
  return isOpen ? <OpenPanel /> : null
}

function OpenPanel() {
  const { t } = useTexts()
  const map = useMap()
  const sheet = usePrintView((v) => v.sheet)
  const content = useContent()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (sheet === null) layInView(map)
  }, [sheet, map])
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const isLaid = sheet !== null
  useEffect(() => {
    if (isLaid) panel.current?.querySelector<HTMLElement>('input')?.focus()
  }, [isLaid])
  useEffect(() => {
    const element = panel.current
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) closePrint()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <aside className="map-print" ref={panel} aria-label={t('map-print.panel')}>
      <header className="map-print-head">
        <h2>{t('map-print.panel')}</h2>
        <IconButton icon={X} label={t('map-print.close')} onPress={closePrint} />
      </header>
      {sheet === null ? null : (
        <>
          <PrintFrame sheet={sheet} />
          <div className="map-print-body">
            <SheetForm sheet={sheet} />
            <SheetPreviews sheet={sheet} content={content} />
          </div>
          <SaveButtons content={content} />
        </>
      )}
    </aside>
  )
}
