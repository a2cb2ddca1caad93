import { useLocale } from 'react-aria-components'
import type { Tone } from './Tone.ts'
import { ToneIcon } from './ToneIcon.tsx'
import './Badge.css'

interface CountProps {
  value: number
  /** Adds the shape of that gravity. */
  tone?: Tone
  /** Read aloud in place of the bare figure, as `3 errores`. */
  label?: string
}

export function Count({ value, tone, label }: CountProps) {
  const { locale } = useLocale()
  return (
    <span className="ui-count" data-tone={tone}>
      {tone === undefined ? null : <ToneIcon tone={tone} size={14} />}
      <span aria-hidden={label !== undefined}>{value.toLocaleString(locale)}</span>
      {label === undefined ? null : <span className="visually-hidden">{label}</span>}
    </span>
  )
}
