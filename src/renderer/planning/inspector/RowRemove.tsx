import { X } from 'lucide-react'
import { IconButton } from '../../ui/IconButton.tsx'

/** The button at the end of a line that takes it away; nothing where one may only read. */
export function RowRemove({ label, canEdit, onPress }: { label: string; canEdit: boolean; onPress: () => void }) {
  return canEdit ? <IconButton icon={X} label={label} onPress={onPress} /> : null
}
