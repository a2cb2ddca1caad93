import { useTexts } from '../../texts/TextContext.tsx'

export function MatrixPlace() {
  const { t } = useTexts()
  return <h1>{t('place.matrix')}</h1>
}
