import { useState } from 'react'
import { paperSize, type Sheet } from '../../../map-engine/sheet/Sheet.ts'
import type { SheetContent } from '../../../map-engine/sheet/SheetContent.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SheetPreview } from './SheetPreview.tsx'
import { usePreview } from './usePreview.ts'

/** Pixels: the room in the panel, and a size at which the smallest print can be read. */
const ROOM = { width: 288, height: 300 } as const
const LARGE = 1_800
/** Drawn finer than shown, so that it stays sharp where pixels are small. */
const FINER = 2

interface SheetPreviewsProps {
  readonly sheet: Sheet
  readonly content: () => Promise<SheetContent>
}

/** The sheet as it will be, small in the panel and large when asked for. */
export function SheetPreviews({ sheet, content }: SheetPreviewsProps) {
  const { t } = useTexts()
  const [isLarge, setLarge] = useState(false)
  const [width, height] = paperSize(sheet)
  const shown = Math.min(ROOM.width, (ROOM.height * width) / height)
  const preview = usePreview(content, ROOM.width * FINER)
  return (
    <>
      <SheetPreview preview={preview} width={shown} height={(shown * height) / width} />
      <Button onPress={() => setLarge(true)}>{t('map-print.enlarge')}</Button>
      {isLarge ? <LargePreview sheet={sheet} content={content} close={() => setLarge(false)} /> : null}
    </>
  )
}

function LargePreview({ sheet, content, close }: SheetPreviewsProps & { readonly close: () => void }) {
  const { t } = useTexts()
  const [width, height] = paperSize(sheet)
  const preview = usePreview(content, LARGE)
  return (
    <Dialog isOpen onClose={close} size="large" title={t('map-print.preview')} closeLabel={t('app.close')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <section className="map-print-large" tabIndex={0} aria-label={t('map-print.preview')}>
        <SheetPreview preview={preview} width={LARGE / FINER} height={(LARGE / FINER / width) * height} />
      </section>
    </Dialog>
  )
}
