import { useTexts } from '../texts/TextContext.tsx'
import { symbolImage } from './symbol/symbolImage.ts'
import { useSymbolInks } from './symbol/useSymbolInks.ts'
import './MilitarySymbol.css'

interface MilitarySymbolProps {
  /** Twenty digits. */
  code: string
  /** Height of the box in pixels; it is half as wide again, so that symbols of all shapes line up. */
  size: number
  /** Read aloud; without it the symbol is decoration beside a name. */
  label?: string
}

/** A unit's symbol by MIL-STD-2525D, in the theme's colours; a code that draws nothing shows as such. */
export function MilitarySymbol({ code, size, label }: MilitarySymbolProps) {
  const image = symbolImage(code, size, useSymbolInks())
  const width = Math.round(size * 1.5)
  if (image === null) return <UnknownSymbol width={width} height={size} label={label} />
  return <img className="military-symbol" src={image} alt={label ?? ''} width={width} height={size} draggable={false} />
}

function UnknownSymbol({ width, height, label }: { width: number; height: number; label: string | undefined }) {
  const { t } = useTexts()
  const words = t('symbol.unknown')
  const spoken = label === undefined ? words : `${label}: ${words}`
  return (
    <span className="military-symbol-unknown" title={words} style={{ width, height }}>
      <span aria-hidden>?</span>
      <span className="visually-hidden">{spoken}</span>
    </span>
  )
}
