import { recordMenu, useActions } from '../../actions/ActionsContext.tsx'
import { type Id, kindOf } from '../../../domain/records/ids.ts'
import { RecordLink } from '../../fields/RecordLink.tsx'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import type { MenuAction } from '../../ui/MenuEntry.ts'
import { Section, Sheet } from './Sheet.tsx'

const SHOWN = 50

/** How many records of which kinds are selected, and what can be done to all of them at once. */
export function SelectionSheet() {
  const { t } = useTexts()
  const actions = useActions()
  const session = useSession()
  const selection = useSessionState((s) => s.selection)
  useSessionState((s) => s.canEdit)
  const ids = [...selection]
  const missions = ids.filter((id) => kindOf(id) === 'mission')
  const units = ids.filter((id) => kindOf(id) === 'unit')
  return (
    <Sheet kind={t('sheet.selection')} title={t('app.selected', { count: ids.length })}>
      <Section id="selection-actions" title={t('sheet.actions')}>
        <ul className="sheet-actions">
          {menuOf(actions, missions, units).map((entry) => (
            <li key={entry.id}>
              <Button icon={entry.icon} isDisabled={entry.isDisabled ?? false} onPress={entry.onAction}>
                {entry.label}
              </Button>
            </li>
          ))}
          <li>
            <Button variant="quiet" onPress={() => session.select([])}>
              {t('action.select-none')}
            </Button>
          </li>
        </ul>
      </Section>
      {missions.length > 0 ? <Kind id="missions" title={t('sheet.missions')} ids={missions} /> : null}
      {units.length > 0 ? <Kind id="units" title={t('sheet.units')} ids={units} /> : null}
    </Sheet>
  )
}

/** Actions for the kind that is selected; for both kinds, those that work on both. */
function menuOf(actions: Parameters<typeof recordMenu>[0], missions: Id[], units: Id[]): MenuAction[] {
  const of = (kind: 'mission' | 'unit') =>
    recordMenu(actions, kind).filter(
      (entry): entry is MenuAction => entry.kind === undefined || entry.kind === 'action',
    )
  if (units.length === 0) return of('mission')
  if (missions.length === 0) return of('unit')
  const forUnits = new Set(of('unit').map((entry) => entry.id))
  return of('mission').filter((entry) => forUnits.has(entry.id))
}

function Kind({ id, title, ids }: { id: string; title: string; ids: readonly Id[] }) {
  const { t } = useTexts()
  return (
    <Section id={`selection-${id}`} title={title} count={ids.length}>
      <ul className="sheet-list">
        {ids.slice(0, SHOWN).map((one) => (
          <li key={one} className="sheet-line">
            <RecordLink id={one} isWhole />
          </li>
        ))}
      </ul>
      {ids.length > SHOWN ? <p className="sheet-note">{t('sheet.and-more', { count: ids.length - SHOWN })}</p> : null}
    </Section>
  )
}
