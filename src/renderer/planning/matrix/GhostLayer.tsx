import { useMemo } from 'react'
import { useSessionState } from '../../session/SessionContext.tsx'
import { ghostTies, tiePath } from './ghostPlaces.ts'
import type { RowModel } from './matrixRows.ts'
import { useMatrixView } from './matrixView.ts'
import type { MatrixViewport } from './useMatrixViewport.ts'

/** More lines than these make a web: then those of the selected missions alone are drawn. */
const MOST = 120

/** Lines from where bars are to where an open proposal would have them. */
export function GhostLayer({ model, viewport }: { readonly model: RowModel; readonly viewport: MatrixViewport }) {
  const selection = useSessionState((s) => s.selection)
  const active = useMatrixView((v) => v.active?.ghost ?? null)
  const ties = useMemo(() => {
    if (model.ghosts === null) return []
    const own = active === null ? [] : [active.slice(0, active.indexOf(' '))]
    return ghostTies(model, viewport, MOST, new Set([...selection, ...own]))
  }, [model, viewport, selection, active])
  if (ties.length === 0) return null
  return (
    <svg className="matrix-links matrix-ghost-ties" aria-hidden>
      {ties.map((tie) => (
        <path key={tie.key} d={tiePath(tie)} data-ghost-tie={tie.key} />
      ))}
    </svg>
  )
}
