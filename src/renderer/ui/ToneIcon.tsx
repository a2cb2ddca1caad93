import { CircleCheck, CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { Icon } from './Icon.tsx'
import type { Tone } from './Tone.ts'
import './ToneIcon.css'

const GLYPHS: Record<Tone, LucideIcon> = { error: CircleX, warning: TriangleAlert, note: Info, ok: CircleCheck }

interface ToneIconProps {
  tone: Tone
  size?: number
  label?: string
}

export function ToneIcon({ tone, ...rest }: ToneIconProps) {
  return (
    <span className="ui-tone-icon" data-tone={tone}>
      <Icon glyph={GLYPHS[tone]} {...rest} />
    </span>
  )
}
