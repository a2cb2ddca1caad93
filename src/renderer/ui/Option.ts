import type { LucideIcon } from 'lucide-react'

/** One choice of a list. */
export interface Option {
  id: string
  label: string
  /** A second, quieter text after the label. */
  detail?: string | undefined
  icon?: LucideIcon | undefined
  isDisabled?: boolean | undefined
}

export interface OptionSection {
  id: string
  label: string
  options: readonly Option[]
}
