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
  const [kind, setKind] = useState<'pdf' | 'png'>('pdf')
  const save = async (next: 'pdf' | 'png'): Promise<void> => {
    setKind(next)
    await saveSheet(next, content, maker, context)
  }
  // The button that was pressed is the one that cancels: the keyboard stays where it is.
  const button = (of: 'pdf' | 'png') => {
    const isCancel = making !== null && of === kind
    return (
      <Button
        variant={of === 'pdf' ? 'primary' : 'plain'}
        isDisabled={making !== null && !isCancel}
        onPress={() => (isCancel ? maker.cancel() : void save(of))}
      >
        {isCancel ? t('map-print.cancel') : t(`map-print.save-${of}`)}
      </Button>
    )
  }
  return (
    <footer className="map-print-foot">
      {making === null ? null : <ProgressBar label={t('map-print.making')} share={making} />}
      {button('png')}
      {button('pdf')}
    </footer>
  )
}
