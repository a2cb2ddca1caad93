import { useTexts } from '../../texts/TextContext.tsx'

export function HistoryPlace() {
  const { t } = useTexts()
  return <h1>{t('place.history')}</h1>
}
