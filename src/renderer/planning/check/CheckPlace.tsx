import { useTexts } from '../../texts/TextContext.tsx'

export function CheckPlace() {
  const { t } = useTexts()
  return <h1>{t('place.check')}</h1>
}
