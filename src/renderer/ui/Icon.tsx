import type { LucideIcon } from 'lucide-react'

interface IconProps {
  glyph: LucideIcon
  /** Pixels. */
  size?: number
  /** Read aloud in place of the picture; without it the picture is decoration. */
  label?: string
}

export function Icon({ glyph: Glyph, size = 16, label }: IconProps) {
  const spoken =
    label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const)
  return <Glyph className="ui-icon" size={size} strokeWidth={1.75} absoluteStrokeWidth {...spoken} />
}
