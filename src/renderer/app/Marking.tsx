import type { CSSProperties } from 'react'
import { useSessionState } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'

/** The plan's classification, and the word for an exercise, at head and foot of every screen and page. */
export function Marking({ edge }: { edge: 'top' | 'bottom' }) {
  const { t } = useTexts()
  const meta = useSessionState((s) => (s.revision < 0 ? undefined : s.plan?.meta))
  const parts = [meta?.marking.text ?? '', meta?.exercise === true ? t('app.exercise') : '']
  const text = parts.filter((p) => p !== '').join(' // ')
  const style: CSSProperties & Record<'--marking', string> = { '--marking': meta?.marking.color ?? 'transparent' }
  return (
    <div className="shell-marking" data-edge={edge} data-empty={text === '' || undefined} style={style}>
      {text}
    </div>
  )
}
