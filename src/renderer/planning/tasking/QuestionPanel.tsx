import { useStore } from 'zustand'
import { type Id, isIdOf } from '../../../domain/records/ids.ts'
import { UNIT_FREEDOMS } from '../../../domain/scheduling/tasking/TaskingRequest.ts'
import { PlanTimeField } from '../../fields/PlanTimeField.tsx'
import { usePlanMeta } from '../../fields/usePlanMeta.ts'
import { useSession, useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import type { OptionSection } from '../../ui/Option.ts'
import { Select } from '../../ui/Select.tsx'
import { AskButton } from './AskButton.tsx'
import { FixedMissions } from './FixedMissions.tsx'
import { GoalList } from './GoalList.tsx'
import { isOtherQuestion } from './taskingRequestOf.ts'
import type { TaskingScope, TaskingScopes } from './taskingScopes.ts'
import { chooseScope, taskingView } from './taskingView.ts'
import { useTasking } from './useTasking.ts'

interface QuestionPanelProps {
  readonly scopes: TaskingScopes
  readonly missions: readonly Id<'mission'>[]
}

/** The question: which missions, what of them may change, and what is wanted above all. */
export function QuestionPanel({ scopes, missions }: QuestionPanelProps) {
  const { t } = useTexts()
  const { mayMove, units, notBefore, seconds, seed } = useStore(taskingView)
  return (
    <section className="tasking-question" aria-label={t('tasking.question')}>
      <div className="tasking-fields">
        <ScopeField scopes={scopes} />
        <div className="tasking-group">
          <Select
            label={t('tasking.units')}
            options={UNIT_FREEDOMS.map((id) => ({ id, label: t(`tasking.units-${id}`) }))}
            value={units}
            onChange={(id) => taskingView.setState({ units: UNIT_FREEDOMS.find((one) => one === id) ?? 'add' })}
          />
          <Checkbox isSelected={mayMove} onChange={(next) => taskingView.setState({ mayMove: next })}>
            {t('tasking.may-move')}
          </Checkbox>
        </div>
        <GoalList />
        <PlanTimeField
          label={t('tasking.not-before')}
          value={notBefore}
          onCommit={(minutes) => taskingView.setState({ notBefore: minutes })}
        />
        <div className="tasking-pair">
          <NumberField
            label={t('tasking.seconds')}
            value={seconds}
            minValue={1}
            maxValue={3_600}
            step={1}
            unit="s"
            onCommit={(value) => taskingView.setState({ seconds: value ?? 10 })}
          />
          <NumberField
            label={t('tasking.seed')}
            value={seed}
            minValue={0}
            maxValue={999_999}
            step={1}
            onCommit={(value) => taskingView.setState({ seed: value ?? 1 })}
          />
        </div>
        <FixedMissions />
      </div>
      <Ask count={missions.length} />
    </section>
  )
}

function ScopeField({ scopes }: { scopes: TaskingScopes }) {
  const { t, name, number } = useTexts()
  const session = useSession()
  const { phases } = usePlanMeta()
  const scope = useStore(taskingView, (s) => s.scope)
  const picked = useStore(taskingView, (s) => s.picked.length)
  const selected = useSessionState((s) => selectedMissions(s.selection).length)
  const pickable = scope === 'selection' ? picked : selected
  const option = (id: TaskingScope, label: string, count: number) => ({ id, label, detail: number(count) })
  const sections: OptionSection[] = [
    {
      id: 'kinds',
      label: t('tasking.scope-of-plan'),
      options: [
        option('lacking', t('tasking.scope-lacking'), scopes.lacking.length),
        option('errors', t('tasking.scope-errors'), scopes.errors.length),
        { ...option('selection', t('tasking.scope-selection'), pickable), isDisabled: pickable === 0 },
        option('all', t('tasking.scope-all'), scopes.all.length),
      ],
    },
    {
      id: 'phases',
      label: t('tasking.scope-phase'),
      options: phases.map((p) => option(`phase:${p.key}`, name(p.name), scopes.byPhase.get(p.key)?.length ?? 0)),
    },
  ]
  return (
    <Select
      label={t('tasking.missions')}
      sections={phases.length === 0 ? sections.slice(0, 1) : sections}
      value={scope}
      onChange={(id) => {
        const chosen = sections.flatMap((s) => s.options).find((o) => o.id === id)
        if (chosen !== undefined) {
          chooseScope(chosen.id as TaskingScope, selectedMissions(session.store.getState().selection))
        }
      }}
    />
  )
}

const selectedMissions = (selection: ReadonlySet<Id>): Id<'mission'>[] =>
  [...selection].filter((id) => isIdOf('mission', id))

/** How many missions it is about, or that the answer is one to another question; and the button that puts it. */
function Ask({ count }: { count: number }) {
  const { t } = useTexts()
  const request = useTasking((s) => s.request)
  const isOther = useStore(taskingView, (s) => request !== null && isOtherQuestion(s, request))
  return (
    <div className="tasking-ask">
      <p className="tasking-hint">{isOther ? t('tasking.other-question') : t('tasking.asked-count', { count })}</p>
      <AskButton isDisabled={count === 0} />
    </div>
  )
}
