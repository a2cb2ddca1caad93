import type { LucideIcon } from 'lucide-react'
import { Button } from './Button.tsx'
import './EmptyState.css'

interface EmptyAction {
  label: string
  icon?: LucideIcon
  onPress: () => void
}

interface EmptyStateProps {
  /** One sentence: what the place is for. */
  text: string
  primary?: EmptyAction | undefined
  alternative?: EmptyAction | undefined
}

export function EmptyState({ text, primary, alternative }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      <p className="ui-empty-text">{text}</p>
      {primary === undefined && alternative === undefined ? null : (
        <div className="ui-empty-actions">
          {primary === undefined ? null : (
            <Button variant="primary" icon={primary.icon} onPress={primary.onPress}>
              {primary.label}
            </Button>
          )}
          {alternative === undefined ? null : (
            <Button icon={alternative.icon} onPress={alternative.onPress}>
              {alternative.label}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
