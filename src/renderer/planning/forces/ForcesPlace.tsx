import { useTexts } from '../../texts/TextContext.tsx'

export function ForcesPlace() {
  const { t } = useTexts()
  return <h1>{t('place.forces')}</h1>
}
