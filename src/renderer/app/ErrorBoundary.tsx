import { Component, type ReactNode } from 'react'
import { useTexts } from '../texts/TextContext.tsx'
import { Button } from '../ui/Button.tsx'
import { InlineMessage } from '../ui/InlineMessage.tsx'

interface BoundaryState {
  readonly error: Error | null
}

/** Keeps a view that fails from taking the window with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return <Failed error={error} onRetry={() => this.setState({ error: null })} />
  }
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTexts()
  return (
    <InlineMessage
      tone="error"
      what={t('app.crash', { message: error.message })}
      kept={t('app.crash-kept')}
      next={t('app.crash-next')}
      isAnnounced
      actions={<Button onPress={onRetry}>{t('app.try-again')}</Button>}
    />
  )
}
