import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { Tone } from './Tone.ts'
import { ToneIcon } from './ToneIcon.tsx'
import './Badge.css'

interface BadgeProps {
  /** Brings its own shape. Without it the badge is neutral. */
  tone?: Tone
  icon?: LucideIcon
  children: ReactNode
}

/** A word or two about a thing's standing. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {tone !== undefined && icon === undefined ? <ToneIcon tone={tone} size={12} /> : null}
      {icon === undefined ? null : <Icon glyph={icon} size={12} />}
      {children}
    </span>
  )
}
