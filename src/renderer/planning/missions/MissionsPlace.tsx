import { useTexts } from '../../texts/TextContext.tsx'

export function MissionsPlace() {
  const { t } = useTexts()
  return <h1>{t('place.missions')}</h1>
}
