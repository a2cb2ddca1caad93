import { useEffect } from 'react'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import { addCopies, selectedMeasures } from './measureCommands.ts'
import { MEASURES_FORMAT, readMeasures, writeMeasures } from './measureClipboard.ts'

/** Ctrl+C copies the selected measures to the system's clipboard, Ctrl+V puts copies into the plan; fields keep both. */
export function useMeasureClipboard(): void {
  const { session, texts, notify } = useActionContext()
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      if (event.clipboardData === null || isForText(event.target)) return
      const measures = selectedMeasures(session.store.getState())
      if (measures.length === 0 || document.getSelection()?.isCollapsed === false) return
      event.clipboardData.setData(MEASURES_FORMAT, writeMeasures(measures))
      event.clipboardData.setData('text/plain', measures.map(({ name }) => name).join('\n'))
      event.preventDefault()
      notify({ tone: 'note', text: texts.t('map-measures.copied', { count: measures.length }) })
    }
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData(MEASURES_FORMAT) ?? ''
      if (text === '' || isForText(event.target) || !session.store.getState().canEdit) return
      event.preventDefault()
      addCopies(session, readMeasures(text), texts.t)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [session, texts, notify])
}

const isForText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable=true]') !== null
