import { CircleCheck, CircleDashed, CircleX, Eye } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useStore } from 'zustand'
import { useAction, useActionContext } from '../actions/ActionsContext.tsx'
import { formatRelative } from '../../domain/time/planTime.ts'
import { useSessionState } from '../session/SessionContext.tsx'
import { useTexts } from '../texts/TextContext.tsx'
import { Icon } from '../ui/Icon.tsx'

/** What is on disk, what is selected, how the check stands, language and theme. */
export function StatusBar() {
  const { t } = useTexts()
  const { settings } = useActionContext()
  const theme = useStore(settings.store, (s) => s.theme)
  const selected = useSessionState((s) => s.selection.size)
  const time = useSessionState((s) => s.time)
  const hasPlan = useSessionState((s) => s.plan !== null)
  const language = useAction('view.language')
  const nextTheme = useAction('view.theme')
  return (
    <footer className="shell-status" aria-label={t('app.status')}>
      {hasPlan ? <SaveSign /> : null}
      {hasPlan ? <CheckSign /> : null}
      {selected > 0 ? <span>{t('app.selected', { count: selected })}</span> : null}
      <span className="shell-title-space" />
      {hasPlan ? <span>{formatRelative(time)}</span> : null}
      <AriaButton className="shell-status-button" onPress={language.perform}>
        {settings.current.language} <span className="visually-hidden">{language.label}</span>
      </AriaButton>
      <AriaButton className="shell-status-button" onPress={nextTheme.perform}>
        {t(`theme.${theme}`)} <span className="visually-hidden">{nextTheme.label}</span>
      </AriaButton>
    </footer>
  )
}

function SaveSign() {
  const { t } = useTexts()
  const save = useSessionState((s) => s.save)
  const revision = useSessionState((s) => s.revision)
  const isFollower = useSessionState((s) => s.isFollower)
  const [glyph, text] = isFollower
    ? [Eye, t('save.follower')]
    : save.state === 'saved'
      ? [CircleCheck, t('save.saved', { revision })]
      : save.state === 'saving'
        ? [CircleDashed, t('save.saving', { waiting: save.waiting })]
        : [CircleX, t('save.failed', { unsaved: save.unsaved })]
  return (
    <output className="shell-save" data-save={isFollower ? 'follower' : save.state}>
      <Icon glyph={glyph} size={14} />
      {text}
    </output>
  )
}

function CheckSign() {
  const { t } = useTexts()
  const checking = useSessionState((s) => (s.checking === null ? null : Math.floor(s.checking * 20) * 5))
  return checking === null ? null : <span>{t('app.checking', { percent: checking })}</span>
}
