import type { Overlay } from '../../../../domain/records/overlay.ts'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'
import { endTask } from './measureCommands.ts'
import './MeasureBar.css'

/** What can be done to the vertices of a measure, and the way out. */
export function EditingBar({ overlay, canInsert }: { overlay: Overlay; canInsert: boolean }) {
  const { t } = useTexts()
  return (
    <section className="measure-bar" aria-label={t('map-measures.editing', { name: overlay.name })}>
      <p className="measure-bar-words">
        <strong>{t('map-measures.editing', { name: overlay.name })}</strong>
        <output>{t('map-measures.edit-hint', { canInsert: canInsert ? 'yes' : 'no' })}</output>
      </p>
      <Button variant="primary" onPress={endTask}>
        {t('map-measures.done')}
      </Button>
    </section>
  )
}
