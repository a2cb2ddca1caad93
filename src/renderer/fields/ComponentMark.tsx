import type { ComponentKind } from '../../domain/records/common.ts'
import { useTexts } from '../texts/TextContext.tsx'
import './ComponentMark.css'

interface ComponentMarkProps {
  kind: ComponentKind
  /** Read aloud and shown as a tooltip in place of the kind's name, as the component's own name. */
  label?: string
  /** Where the name stands beside it, the mark is decoration. */
  isDecoration?: boolean
}

/** A component by letter, hue and shape, so that none of the three speaks alone. */
export function ComponentMark({ kind, label, isDecoration = false }: ComponentMarkProps) {
  const { t } = useTexts()
  const words = label ?? t(`component.${kind}`)
  return (
    <span className="component-mark" data-kind={kind} title={words}>
      <span aria-hidden>{t(`component-mark.${kind}`)}</span>
      {isDecoration ? null : <span className="visually-hidden">{words}</span>}
    </span>
  )
}
