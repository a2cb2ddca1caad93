import { useTexts } from '../../texts/TextContext.tsx'

export function SettingsPlace() {
  const { t } = useTexts()
  return <h1>{t('place.settings')}</h1>
}
