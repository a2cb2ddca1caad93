import { ArrowDown, ArrowUp, ChartNoAxesColumn, Wrench } from 'lucide-react'
import type { Action, ActionContext } from '../../actions/Action.ts'
import type { Finding } from '../../../domain/check/Finding.ts'
import type { PlanReader } from '../../../domain/plan/PlanDocument.ts'
import { repairsOf } from '../../../domain/check/words.ts'
import type { SessionState } from '../../session/SessionState.ts'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import { checkView } from './checkView.ts'
import { filterFindings, openFindings } from './filterFindings.ts'
import { groupFindings } from './groupFindings.ts'
import { showLoadOf } from './load/chooseRow.ts'
import { selectFinding } from './selectFinding.ts'

/** Findings in the order one goes through them: as they are listed where one sees the list, else the worst first. */
function inOrder({ session, texts }: ActionContext, plan: PlanReader): readonly Finding[] {
  const { findings, place } = session.store.getState()
  const open = openFindings(plan, findings.all())
  const view = checkView.getState()
  if (place !== 'check' || view.section !== 'open') return open
  const passing = filterFindings(plan, open, view, ({ rule }) => texts.t(`rule.${rule}`))
  const rows = groupFindings(passing, view.grouping, new Set(), plan, texts)
  const listed = Array.from({ length: rows.count }, (_, index) => rows.rowAt(index))
  return [...new Set(listed.flatMap((row) => (row.kind === 'finding' ? [row.finding] : [])))]
}

/** Goes to the next finding or the one before; the first record of it is selected wherever one is. */
function step(context: ActionContext, by: 1 | -1): void {
  const { session, notify, texts } = context
  const { plan } = session.store.getState()
  if (plan === null) return
  const open = inOrder(context, plan)
  if (open.length === 0) return notify({ tone: 'ok', text: texts.t('check.none') })
  const at = open.findIndex((finding) => finding.key === checkView.getState().chosen)
  const from = at < 0 && by < 0 ? 0 : at
  const next = open[(from + by + open.length) % open.length]
  if (next !== undefined) selectFinding(session, next)
}

/** The findings that a repair may be meant for: the chosen one in the check, else those of what is selected. */
function meantFindings({ plan, findings, selection, focused, place }: SessionState): readonly Finding[] {
  if (plan === null) return []
  const { chosen } = checkView.getState()
  const looked = place === 'check' && chosen !== null ? findings.get(chosen) : undefined
  if (looked !== undefined) return openFindings(plan, [looked])
  const ids = focused === null ? [...selection] : [focused, ...selection]
  return openFindings(
    plan,
    [...new Set(ids)].flatMap((id) => [...findings.of(id)]),
  )
}

function repairFirst(context: ActionContext): void {
  const { session, notify, texts } = context
  const state = session.store.getState()
  const { plan } = state
  if (plan === null) return
  if (isCauseMeant(state)) return repairCause(context)
  const findings = meantFindings(state)
  for (const finding of findings) {
    const repair = repairsOf(finding, plan, texts.language)[0]
    if (repair === undefined) continue
    if (session.dispatch(repair.command).ok) notify({ tone: 'ok', text: repair.text })
    return
  }
  notify({ tone: 'note', text: texts.t(findings.length === 0 ? 'check.none-selected' : 'check.no-repair') })
}

const hasFindings = (s: SessionState): boolean => s.plan !== null && s.findings.size > 0

const isCauseMeant = (s: SessionState): boolean => s.place === 'check' && checkView.getState().chosenCause !== null

/** Mends the cause that is looked at by what was found to mend most of it. */
function repairCause({ session, notify, texts }: ActionContext): void {
  const { chosenCause, causeRepair } = checkView.getState()
  if (causeRepair?.cause.key !== chosenCause || causeRepair.revision !== session.store.getState().plan?.revision) {
    return notify({ tone: 'note', text: texts.t('check.cause-searching') })
  }
  const { repair } = causeRepair
  if (repair === null) return notify({ tone: 'note', text: texts.t('check.cause-no-repair') })
  if (session.dispatch(repair.command).ok) notify({ tone: 'ok', text: repair.text })
}

const chosenUnit = ({ plan, focused }: SessionState): Id<'unit'> | null =>
  plan !== null && focused !== null && isIdOf('unit', focused) ? focused : null

export const checkActions: readonly Action[] = [
  {
    id: 'check.next',
    label: 'action.next-finding',
    group: 'go',
    icon: ArrowDown,
    shortcut: 'F8',
    isEnabled: hasFindings,
    perform: (context) => step(context, 1),
  },
  {
    id: 'check.previous',
    label: 'action.previous-finding',
    group: 'go',
    icon: ArrowUp,
    shortcut: 'Shift+F8',
    isEnabled: hasFindings,
    perform: (context) => step(context, -1),
  },
  {
    id: 'check.repair',
    label: 'action.repair-first',
    group: 'edit',
    icon: Wrench,
    shortcut: 'Mod+Shift+R',
    onRecords: ['mission', 'unit'],
    isEnabled: (s) => s.canEdit && hasFindings(s) && (s.selection.size > 0 || isCauseMeant(s)),
    perform: repairFirst,
  },
  {
    id: 'check.load',
    label: 'action.show-load',
    group: 'go',
    icon: ChartNoAxesColumn,
    onRecords: ['unit'],
    isEnabled: (s) => chosenUnit(s) !== null,
    perform: ({ session }) => {
      const unit = chosenUnit(session.store.getState())
      if (unit !== null) showLoadOf(session, unit)
    },
  },
]
