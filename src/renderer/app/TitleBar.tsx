import { PanelRight, Search, TriangleAlert, CircleX } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useAction, useActions } from '../actions/ActionsContext.tsx'
import { toDisplay } from '../actions/shortcut.ts'
import { formatDtg } from '../../domain/time/dtg.ts'
import { formatDayCount, toInstant } from '../../domain/time/planTime.ts'
import { isMac } from '../platform/isMac.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import type { Place } from '../session/SessionState.ts'
import { useTexts } from '../texts/TextContext.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'

/** Places that have the inspector beside them. */
const INSPECTED: readonly Place[] = ['forces', 'missions', 'matrix', 'check', 'tasking']

/** Plan, chosen time, palette, undo and redo, findings. */
export function TitleBar({ isInspectorOpen, onInspector }: { isInspectorOpen: boolean; onInspector: () => void }) {
  const { t, language } = useTexts()
  const meta = useSessionState((s) => (s.revision < 0 ? undefined : s.plan?.meta))
  const time = useSessionState((s) => s.time)
  const session = useSession()
  const palette = useAction('palette')
  const hasInspector = useSessionState((s) => s.open.state === 'open' && INSPECTED.includes(s.place))
  return (
    <header className="shell-title">
      {meta === undefined ? (
        <span className="shell-title-plan">{t('app.name')}</span>
      ) : (
        <AriaButton className="shell-title-plan" onPress={() => session.select([])}>
          {meta.title} <span className="visually-hidden">{t('app.plan-sheet')}</span>
        </AriaButton>
      )}
      {meta === undefined ? null : (
        <span className="shell-title-time">
          {formatDayCount(time)} · {formatDtg(toInstant(time, meta.hHour), meta.timeZone, language)}
        </span>
      )}
      {meta === undefined ? null : <PlanMenu />}
      <span className="shell-title-space" />
      <AriaButton className="shell-find" onPress={palette.perform}>
        <Icon glyph={Search} size={14} />
        <span>{t('app.find')}</span>
        <Kbd keys={toDisplay('Mod+K', isMac())} />
      </AriaButton>
      <ActionButton id="undo" />
      <ActionButton id="redo" />
      <FindingsButton />
      {hasInspector ? (
        <IconButton
          icon={PanelRight}
          label={t('action.inspector')}
          variant={isInspectorOpen ? 'plain' : 'quiet'}
          onPress={onInspector}
        />
      ) : null}
    </header>
  )
}

/** What is done with the plan as a whole, for those who have no application menu. */
function PlanMenu() {
  const { t } = useTexts()
  const { registry, context } = useActions()
  const actions = registry.all().filter((action) => action.group === 'file')
  const enabled = useSessionState((s) => actions.map((a) => ((a.isEnabled?.(s) ?? true) ? '1' : '0')).join(''))
  const entries = actions.map((action, index) => ({
    id: action.id,
    label: t(action.label),
    icon: action.icon,
    shortcut: action.shortcut === undefined ? undefined : toDisplay(action.shortcut, isMac()),
    isDisabled: enabled[index] !== '1',
    onAction: () => void action.perform(context),
  }))
  return <MenuButton label={t('app.plan-menu')} variant="quiet" entries={entries} />
}

function ActionButton({ id }: { id: string }) {
  const { action, label, isEnabled, perform } = useAction(id)
  if (action.icon === undefined) return null
  return (
    <IconButton
      icon={action.icon}
      label={label}
      shortcut={action.shortcut === undefined ? undefined : toDisplay(action.shortcut, isMac())}
      isDisabled={!isEnabled}
      onPress={perform}
    />
  )
}

function FindingsButton() {
  const { t } = useTexts()
  const session = useSession()
  const errors = useSessionState((s) => countOpen(s, 'error'))
  const warnings = useSessionState((s) => countOpen(s, 'warning'))
  const plan = useSessionState((s) => s.plan)
  if (plan === null) return null
  return (
    <AriaButton className="shell-findings" onPress={() => session.goTo('check')}>
      <span className="shell-findings-errors">
        <Icon glyph={CircleX} size={14} />
        {errors}
        <span className="visually-hidden">{t('app.errors', { count: errors })}</span>
      </span>
      <span className="shell-findings-warnings">
        <Icon glyph={TriangleAlert} size={14} />
        {warnings}
        <span className="visually-hidden">{t('app.warnings', { count: warnings })}</span>
      </span>
    </AriaButton>
  )
}

type Counted = Parameters<Parameters<typeof useSessionState>[0]>[0]

function countOpen({ findings, findingsVersion, plan }: Counted, severity: 'error' | 'warning'): number {
  if (plan === null || findingsVersion === 0) return 0
  return findings.count(severity, (f) => plan.indexes.acceptancesOfFinding.get(f.key).length > 0)
}
