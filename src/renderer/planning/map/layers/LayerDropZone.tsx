import { useEffect, useState } from 'react'
import { useActionContext } from '../../../actions/ActionsContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { addLayer } from './addLayer.ts'

/** Files dropped anywhere on the window become layers, one after the other. */
export function LayerDropZone() {
  const { t } = useTexts()
  const context = useActionContext()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const hold = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      void addAll([...(event.dataTransfer?.files ?? [])])
    }
    const addAll = async (files: readonly File[]): Promise<void> => {
      for (const file of files) await addLayer(context, { kind: 'blob', blob: file, name: file.name.slice(0, 255) })
    }
    window.addEventListener('dragenter', hold, { signal })
    window.addEventListener('dragover', hold, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    return () => abort.abort()
  }, [context])
  if (!isOver) return null
  return (
    <div className="layers-drop">
      <p>{t('map-layers.drop')}</p>
    </div>
  )
}
