import { useStore } from 'zustand'
import { useTexts } from '../../../texts/TextContext.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { ToolbarRow } from '../../../ui/Toolbar.tsx'
import { type RiskView, RUN_CHOICES, riskView } from './riskView.ts'

const SHAPES = ['pert', 'triangular'] as const

/** How often, by what distribution and from what seed; and what came of it. */
export function RiskToolbar({ answer }: { answer: RiskView['answer'] }) {
  const { t, number } = useTexts()
  const { runs, seed, shape, progress } = useStore(riskView)
  return (
    <ToolbarRow>
      <Select
        label={t('risk.runs')}
        layout="beside"
        options={RUN_CHOICES.map((n) => ({ id: String(n), label: number(n) }))}
        value={String(runs)}
        onChange={(id) => riskView.setState({ runs: Number(id) })}
      />
      <Select
        label={t('risk.shape')}
        layout="beside"
        options={SHAPES.map((id) => ({ id, label: t(`risk.shape-${id}`) }))}
        value={shape}
        onChange={(id) => riskView.setState({ shape: id === 'triangular' ? 'triangular' : 'pert' })}
      />
      <NumberField
        label={t('risk.seed')}
        layout="beside"
        value={seed}
        minValue={0}
        maxValue={999_999}
        onCommit={(value) => riskView.setState({ seed: value ?? 1 })}
      />
      <output className="risk-state">
        {progress !== null
          ? t('risk.running', { percent: Math.round(progress * 100) })
          : answer === null
            ? ''
            : t('risk.done', { runs: answer.summary.runs, missions: answer.summary.missions })}
        {answer !== null && answer.summary.ignored > 0
          ? ` · ${t('risk.ignored', { count: answer.summary.ignored })}`
          : ''}
      </output>
    </ToolbarRow>
  )
}
