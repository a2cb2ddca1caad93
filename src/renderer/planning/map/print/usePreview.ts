import { useEffect, useState } from 'react'
import type { SheetContent } from '../../../map-engine/sheet/SheetContent.ts'
import { SheetMaker } from '../../../map-engine/sheet/SheetMaker.ts'

/** Changes settle this long before the sheet is drawn again, ms. */
const SETTLE = 350

type AskContent = () => Promise<SheetContent>

export interface Preview {
  /** The bitmap is of an earlier state while this one is being drawn. */
  readonly state: 'drawing' | 'shown' | 'failed'
  readonly bitmap: ImageBitmap | null
}

/** A picture of the sheet as it would be printed, drawn beside the window. Another `content` function asks again. */
export function usePreview(content: AskContent | null, width: number): Preview {
  const [drawn, setDrawn] = useState<{ of: AskContent | null; bitmap: ImageBitmap | null; isFailed: boolean }>({
    of: null,
    bitmap: null,
    isFailed: false,
  })
  const [maker] = useState(() => new SheetMaker())
  useEffect(() => () => maker.cancel(), [maker])
  useEffect(() => {
    if (content === null) return undefined
    let isOver = false
    const draw = async (): Promise<ImageBitmap | null> => {
      const made = await content()
      if (isOver) return null
      const result = await maker.preview(made, width)
      return result.ok ? result.value : null
    }
    const show = (bitmap: ImageBitmap | null): void => {
      if (!isOver) setDrawn({ of: content, bitmap, isFailed: bitmap === null })
    }
    const timer = setTimeout(() => {
      draw().then(show, (error: unknown) => {
        console.error(error)
        show(null)
      })
    }, SETTLE)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [content, width, maker])
  const state = drawn.of !== content ? 'drawing' : drawn.isFailed ? 'failed' : 'shown'
  return { state, bitmap: drawn.bitmap }
}
