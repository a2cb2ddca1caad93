import { Undo2 } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { sayFinding } from '../../../domain/check/words.ts'
import { RULE_IDS } from '../../../domain/check/Finding.ts'
import type { Acceptance } from '../../../domain/records/acceptance.ts'
import { formatDtg } from '../../../domain/time/dtg.ts'
import { useAll } from '../../fields/useAll.ts'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { GridColumn } from '../../ui/grid/GridColumn.ts'
import { gridRowsOf } from '../../ui/grid/GridRows.ts'
import { VirtualGrid } from '../../ui/grid/VirtualGrid.tsx'
import { checkView } from './checkView.ts'

/** What the planner has accepted, why, who and when, and a way back. */
export function AcceptedFindings() {
  const { t } = useTexts()
  const acceptances = useAll('acceptance')
  const columns = useColumns()
  const rows = useMemo(
    () =>
      gridRowsOf<Acceptance>(
        acceptances.toSorted((a, b) => b.at - a.at),
        (acceptance) => acceptance.id,
      ),
    [acceptances],
  )
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  if (acceptances.length === 0) {
    return (
      <EmptyState
        text={t('check.none-accepted')}
        primary={{ label: t('check.to-open'), onPress: () => checkView.setState({ section: 'open' }) }}
      />
    )
  }
  return (
    <div className="check-list">
      <VirtualGrid
        label={t('check.accepted')}
        rows={rows}
        columns={columns}
        selectionMode="single"
        selectedIds={selected}
        onSelect={setSelected}
      />
    </div>
  )
}

function useColumns(): GridColumn<Acceptance>[] {
  const { t, language } = useTexts()
  const session = useSession()
  const plan = usePlan()
  const canEdit = useSessionState((s) => s.canEdit)
  const { timeZone } = plan.meta
  return useMemo(() => {
    const column = (id: string, header: string, width: number, cell: (row: Acceptance) => ReactNode) => ({
      id,
      header,
      width,
      cell,
    })
    return [
      column('rule', t('check.rule'), 120, ({ finding }) => {
        const rule = RULE_IDS.find((id) => finding.startsWith(`${id}|`))
        return rule === undefined ? '' : t(`rule.${rule}`)
      }),
      {
        ...column('what', t('check.what'), 210, (row) => <AcceptedSentence finding={row.finding} />),
        isFlexible: true,
      },
      column('reason', t('finding.reason'), 170, ({ reason }) => <span title={reason}>{reason}</span>),
      column('author', t('check.author'), 84, ({ author }) => author || t('check.no-author')),
      column('at', t('check.at'), 124, ({ at }) => formatDtg(at, timeZone, language)),
      column('withdraw', t('check.withdraw-column'), 120, ({ id }) => (
        <Button
          variant="quiet"
          icon={Undo2}
          isDisabled={!canEdit}
          onPress={() => session.dispatch({ type: 'removeRecords', ids: [id] })}
        >
          {t('check.withdraw')}
        </Button>
      )),
    ]
  }, [t, language, session, canEdit, timeZone])
}

/** What the accepted finding says now; one that the check finds no more says so. */
function AcceptedSentence({ finding: key }: { finding: string }) {
  const { t, language } = useTexts()
  const plan = usePlan()
  const finding = useSessionState((s) => (s.findingsVersion < 0 ? undefined : s.findings.get(key)))
  if (finding === undefined) return <span className="check-hint">{t('check.no-longer')}</span>
  const sentence = sayFinding(finding, plan, language)
  return <span title={sentence}>{sentence}</span>
}
