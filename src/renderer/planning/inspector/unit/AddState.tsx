import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { toInstant } from '../../../../domain/time/planTime.ts'
import { InstantField } from '../../../fields/InstantField.tsx'
import { usePlanMeta } from '../../../fields/usePlanMeta.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { Button } from '../../../ui/Button.tsx'

interface AddStateProps {
  /** What holds from the date on. */
  children: ReactNode
  isReady: boolean
  /** Epoch milliseconds. */
  onAdd: (from: number) => void
}

/** The line that adds a dated state; it offers the chosen time. */
export function AddState({ children, isReady, onAdd }: AddStateProps) {
  const { t } = useTexts()
  const { hHour } = usePlanMeta()
  const time = useSessionState((s) => s.time)
  const [chosen, setChosen] = useState<number | null>(null)
  const from = chosen ?? toInstant(time, hHour)
  return (
    <div className="sheet-add">
      <InstantField label={t('sheet.from')} value={from} isRequired onCommit={setChosen} />
      {children}
      <Button
        icon={Plus}
        isDisabled={!isReady}
        onPress={() => {
          onAdd(from)
          setChosen(null)
        }}
      >
        {t('missions.add-short')}
      </Button>
    </div>
  )
}
