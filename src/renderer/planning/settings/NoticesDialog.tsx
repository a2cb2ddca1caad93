import { useEffect, useState } from 'react'
import { fetchNotices } from '../../platform/fetchNotices.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { InlineMessage } from '../../ui/InlineMessage.tsx'

/** Whose works the program contains, and under which licences. */
export function NoticesDialog({ close }: { readonly close: () => void }) {
  const { t } = useTexts()
  return (
    <Dialog isOpen onClose={close} size="large" title={t('settings.notices')} closeLabel={t('app.close')}>
      <Notices />
    </Dialog>
  )
}

function Notices() {
  const { t } = useTexts()
  const [notices, setNotices] = useState<string | null>()
  useEffect(() => {
    let isCurrent = true
    void fetchNotices().then((fetched) => {
      if (isCurrent) setNotices(fetched)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  if (notices === undefined) return <output>{t('settings.notices-loading')}</output>
  if (notices === null) return <InlineMessage tone="error" what={t('settings.notices-missing')} isAnnounced />
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <section className="settings-notices" tabIndex={0} aria-label={t('settings.notices')}>
      <pre lang="en">{notices}</pre>
    </section>
  )
}
