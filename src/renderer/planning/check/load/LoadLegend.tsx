import { useTexts } from '../../../texts/TextContext.tsx'

const SIGNS = [
  { id: 'over', className: 'load-over', d: 'M6 1l4.5 8h-9z' },
  { id: 'outside', className: 'load-outside', d: 'M2.5 2l7 7m0 -7l-7 7' },
  { id: 'not-ready', className: 'load-not-ready', d: 'M0 0h12v11h-12z' },
  { id: 'not-allocated', className: 'load-not-allocated', d: 'M0 0h12v11h-12z' },
] as const

/** What the signs and patterns of rows and charts mean. */
export function LoadLegend() {
  const { t } = useTexts()
  return (
    <ul className="load-legend" aria-label={t('load.legend')}>
      {SIGNS.map(({ id, className, d }) => (
        <li key={id}>
          <svg width={12} height={11} aria-hidden>
            <path className={className} d={d} />
          </svg>
          {t(`load.legend-${id}`)}
        </li>
      ))}
    </ul>
  )
}
