import { useEffect, useState } from 'react'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import type { SheetContent } from '../../../map-engine/sheet/SheetContent.ts'
import { SheetMaker } from '../../../map-engine/sheet/SheetMaker.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { printView, usePrintView } from './printView.ts'
import { saveSheet } from './saveSheet.ts'

/** Makes the file, or says how far it is and stops it. */
export function SaveButtons({ content }: { readonly content: () => Promise<SheetContent> }) {
  const { t } = useTexts()
  const context = useActionContext()
  const making = usePrintView((v) => v.making)
  const [maker] = useState(() => new SheetMaker())
  useEffect(
    () => () => {
      maker.cancel()
      printView.setState({ making: null })
    },
    [maker],
  )
  const save = async (kind: 'pdf' | 'png'): Promise<void> => saveSheet(kind, await content(), maker, context)
  if (making !== null) {
    return (
      <footer className="map-print-foot">
        <ProgressBar label={t('map-print.making')} share={making} />
        <Button onPress={() => maker.cancel()}>{t('map-print.cancel')}</Button>
      </footer>
    )
  }
  return (
    <footer className="map-print-foot">
      <Button onPress={() => void save('png')}>{t('map-print.save-png')}</Button>
      <Button variant="primary" onPress={() => void save('pdf')}>
        {t('map-print.save-pdf')}
      </Button>
    </footer>
  )
}
