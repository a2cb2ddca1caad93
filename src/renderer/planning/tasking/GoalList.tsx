import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { useStore } from 'zustand'
import { TASKING_GOALS, type TaskingGoal } from '../../../domain/scheduling/tasking/TaskingRequest.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { moveGoal } from './moveGoal.ts'
import { taskingView } from './taskingView.ts'

/** What is wanted, the first before all others: moved by its arrows, left out by its box. */
export function GoalList() {
  const { t } = useTexts()
  const goals = useStore(taskingView, (s) => s.goals)
  const [moved, setMoved] = useState<TaskingGoal | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const pressed = useRef<{ goal: TaskingGoal; by: -1 | 1 } | null>(null)
  useEffect(() => {
    // A row that is moved by its button takes the focus along; at the end of the list the other button gets it.
    const last = pressed.current
    pressed.current = null
    if (last === null) return
    const end = last.by < 0 ? goals[0] : goals.at(-1)
    const by = end?.goal === last.goal ? -last.by : last.by
    frame.current?.querySelector<HTMLElement>(`[data-goal="${last.goal}"] [data-by="${by}"] button`)?.focus()
  }, [goals])
  const move = (goal: TaskingGoal, by: -1 | 1): void => {
    pressed.current = { goal, by }
    setMoved(goal)
    taskingView.setState({ goals: moveGoal(goals, goal, by) })
  }
  return (
    <div ref={frame} className="tasking-group">
      <h3 className="tasking-label">{t('tasking.goals')}</h3>
      <GridList
        className="tasking-goals"
        aria-label={t('tasking.goals')}
        items={goals.map((g) => ({ id: g.goal, isOn: g.isOn }))}
        dependencies={[goals, t]}
        selectionMode="multiple"
        selectedKeys={goals.filter((g) => g.isOn).map((g) => g.goal)}
        onSelectionChange={(keys) =>
          taskingView.setState({
            goals: goals.map(({ goal }) => ({ goal, isOn: keys === 'all' || keys.has(goal) })),
          })
        }
      >
        {({ id, isOn }) => {
          const at = goals.findIndex((g) => g.goal === id)
          const name = t(`tasking.goal-${id}`)
          const rank = goals.slice(0, at + 1).filter((g) => g.isOn).length
          return (
            <GridListItem
              id={id}
              textValue={name}
              className="tasking-goal"
              data-goal={id}
              data-off={!isOn || undefined}
            >
              {/* The list names it after its row. */}
              <Checkbox slot="selection">{null}</Checkbox>
              <span className="tasking-goal-rank">{isOn ? rank : ''}</span>
              <span className="tasking-goal-name" title={t(`tasking.goal-${id}-more`)}>
                {name}
              </span>
              <span data-by="-1">
                <IconButton
                  icon={ChevronUp}
                  label={t('tasking.goal-up', { goal: name })}
                  isDisabled={at === 0}
                  onPress={() => move(id, -1)}
                />
              </span>
              <span data-by="1">
                <IconButton
                  icon={ChevronDown}
                  label={t('tasking.goal-down', { goal: name })}
                  isDisabled={at === TASKING_GOALS.length - 1}
                  onPress={() => move(id, 1)}
                />
              </span>
            </GridListItem>
          )
        }}
      </GridList>
      <output className="visually-hidden">
        {moved === null
          ? ''
          : t('tasking.goal-moved', {
              goal: t(`tasking.goal-${moved}`),
              place: goals.findIndex((g) => g.goal === moved) + 1,
              count: goals.length,
            })}
      </output>
    </div>
  )
}
