import type { DurationMinutes } from '../../../domain/records/common.ts'
import { SpanField } from '../../fields/SpanField.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'

interface DurationFieldsProps {
  duration: DurationMinutes
  onCommit: (duration: DurationMinutes) => void
}

/** Three-point estimate; the likely one takes the others along where they would stand on its wrong side. */
export function DurationFields({ duration, onCommit }: DurationFieldsProps) {
  const { t } = useTexts()
  const isReadOnly = !useSessionState((s) => s.canEdit)
  const set = (change: Partial<DurationMinutes>): void => onCommit({ ...duration, ...change })
  const atLeastOne = (minutes: number): string | null => (minutes < 1 ? t('time.not-positive') : null)
  return (
    <fieldset className="sheet-triple">
      <legend className="ui-field-label">{t('mission.duration')}</legend>
      <SpanField
        label={t('mission.optimistic')}
        value={duration.optimistic}
        isReadOnly={isReadOnly}
        refuse={(m) => atLeastOne(m) ?? (m > duration.likely ? t('sheet.optimistic-over') : null)}
        onCommit={(optimistic) => set({ optimistic })}
      />
      <SpanField
        label={t('mission.likely')}
        value={duration.likely}
        isReadOnly={isReadOnly}
        refuse={atLeastOne}
        onCommit={(likely) =>
          set({
            likely,
            optimistic: Math.min(duration.optimistic, likely),
            pessimistic: Math.max(duration.pessimistic, likely),
          })
        }
      />
      <SpanField
        label={t('mission.pessimistic')}
        value={duration.pessimistic}
        isReadOnly={isReadOnly}
        refuse={(m) => (m < duration.likely ? t('sheet.pessimistic-under') : null)}
        onCommit={(pessimistic) => set({ pessimistic })}
      />
    </fieldset>
  )
}
