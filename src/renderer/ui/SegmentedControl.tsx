import type { LucideIcon } from 'lucide-react'
import { ToggleButtonGroup } from 'react-aria-components'
import { ToggleButton } from './ToggleButton.tsx'
import './SegmentedControl.css'

export interface Segment<Id extends string> {
  id: Id
  label: string
  icon?: LucideIcon
  shortcut?: string
  isDisabled?: boolean
}

interface SegmentedControlProps<Id extends string> {
  label: string
  segments: readonly Segment<Id>[]
  value: Id
  onChange: (id: Id) => void
  isIconOnly?: boolean
  isDisabled?: boolean
}

/** One of a few, all in sight. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  const { label, segments, value, onChange, isIconOnly = false, isDisabled = false } = props
  return (
    <ToggleButtonGroup
      className="ui-segments"
      aria-label={label}
      isDisabled={isDisabled}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.id))
        if (chosen !== undefined) onChange(chosen.id)
      }}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} {...segment} isIconOnly={isIconOnly} />
      ))}
    </ToggleButtonGroup>
  )
}
