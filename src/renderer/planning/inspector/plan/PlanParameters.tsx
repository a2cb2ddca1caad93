import { DEFAULT_PARAMETERS } from '../../../../domain/check/parameters.ts'
import type { PlanRecord } from '../../../../domain/records/plan.ts'
import { useSessionState } from '../../../session/SessionContext.tsx'
import { useTexts } from '../../../texts/TextContext.tsx'
import { isTextKey } from '../../../texts/translate.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Section } from '../Sheet.tsx'
import { useEdit } from '../useEdit.ts'

type Parameter = PlanRecord['parameters'][number]

/** The numbers that the check uses, each with its unit and where it comes from: the plan's own, then those it has by default. */
export function PlanParameters({ meta }: { meta: PlanRecord }) {
  const { t } = useTexts()
  const edit = useEdit<'plan'>(meta)
  const isReadOnly = !useSessionState((s) => s.canEdit)
  const { parameters } = meta
  const fallbacks = DEFAULT_PARAMETERS.filter((d) => !parameters.some((p) => p.key === d.key))
  const set = (parameter: Parameter): void => {
    const index = parameters.findIndex((p) => p.key === parameter.key)
    edit({ parameters: index < 0 ? [...parameters, parameter] : parameters.with(index, parameter) })
  }
  const nameOf = (key: string): string => {
    const text = `parameter.${key}`
    return isTextKey(text) ? t(text) : key
  }
  return (
    <Section id="plan-parameters" title={t('plan.parameters')} count={parameters.length} isOpenAtFirst={false}>
      <ul className="sheet-list">
        {[...parameters, ...fallbacks].map((parameter) => (
          <li key={parameter.key} className="sheet-item">
            <NumberField
              label={nameOf(parameter.key)}
              unit={parameter.unit}
              value={parameter.value}
              minValue={0}
              maxValue={1e9}
              formatOptions={{ maximumFractionDigits: 3 }}
              isReadOnly={isReadOnly}
              onCommit={(value) => {
                if (value !== null) set({ ...parameter, value })
              }}
            />
            <TextField
              label={t('mission.source')}
              layout="beside"
              value={parameter.source}
              isReadOnly={isReadOnly}
              maxLength={300}
              onCommit={(source) => set({ ...parameter, source })}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
