import type { LucideIcon } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components'
import { Icon } from '../../ui/Icon.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

interface InputButtonProps {
  icon: LucideIcon
  label: string
  onPress: () => void
  ref?: Ref<HTMLButtonElement>
}

/** A small button within the frame of a field. */
export function InputButton({ icon, label, onPress, ref = null }: InputButtonProps) {
  return (
    <Tooltip text={label}>
      <Button className="ui-input-button place-field-button" aria-label={label} onPress={onPress} ref={ref}>
        <Icon glyph={icon} size={14} />
      </Button>
    </Tooltip>
  )
}
