import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { useActions } from '../actions/ActionsContext.tsx'
import { toDisplay } from '../actions/shortcut.ts'
import { useSession, useSessionState } from '../session/SessionContext.tsx'
import { PLACES, type Place } from '../session/SessionState.ts'
import { useTexts } from '../texts/TextContext.tsx'
import { Icon } from '../ui/Icon.tsx'

/** The places of the program, in the order in which work goes. */
export function NavigationRail() {
  const { t } = useTexts()
  const place = useSessionState((s) => s.place)
  return (
    <nav className="shell-rail" aria-label={t('app.places')}>
      {ORDER.map((id) => (
        <RailItem key={id} id={id} isCurrent={place === id} />
      ))}
    </nav>
  )
}

const ORDER: readonly Place[] = [
  'library',
  'forces',
  'map',
  'matrix',
  'missions',
  'check',
  'tasking',
  'history',
  'settings',
]
if (ORDER.length !== PLACES.length) throw new Error('a place is missing in the navigation')

function RailItem({ id, isCurrent }: { id: Place; isCurrent: boolean }) {
  const { t } = useTexts()
  const session = useSession()
  const { registry } = useActions()
  const action = registry.get(`go.${id}`)
  const icon: LucideIcon | undefined = action.icon
  return (
    <AriaButton
      className="shell-rail-item"
      data-current={isCurrent || undefined}
      aria-current={isCurrent ? 'page' : 'false'}
      aria-keyshortcuts={action.shortcut === undefined ? '' : toDisplay(action.shortcut, false)}
      onPress={() => session.goTo(id)}
    >
      {icon === undefined ? null : <Icon glyph={icon} size={18} />}
      <span>{t(`place.${id}`)}</span>
    </AriaButton>
  )
}
