import { useState } from 'react'
import { useAction } from '../../../actions/ActionsContext.tsx'
import { useLayersState } from '../../../session/layers/LayersContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { InlineMessage } from '../../../ui/InlineMessage.tsx'

/** This machine's memory of having been told once; losing it costs one sentence. */
const DISMISSED = 'valles-layers-hint'

/** Says once what the base map lacks, and how to add it. */
export function LayersHint() {
  const { t } = useTexts()
  const add = useAction('map.layers.add')
  const hasNone = useLayersState((s) => s.isLoaded && s.layers.length === 0 && s.importing === null)
  const [isDismissed, setDismissed] = useState(() => localStorage.getItem(DISMISSED) !== null)
  if (isDismissed || !hasNone) return null
  const dismiss = (): void => {
    localStorage.setItem(DISMISSED, '1')
    setDismissed(true)
  }
  return (
    <div className="layers-hint">
      <InlineMessage
        tone="note"
        what={t('map-layers.hint')}
        actions={
          <>
            <Button variant="primary" onPress={add.perform}>
              {t('map-layers.add')}
            </Button>
            <Button variant="quiet" onPress={dismiss}>
              {t('map-layers.hint-dismiss')}
            </Button>
          </>
        }
      />
    </div>
  )
}
