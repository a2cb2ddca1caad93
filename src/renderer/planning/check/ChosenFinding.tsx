import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { Cause } from '../../../domain/check/causes.ts'
import { FindingItem } from '../../fields/FindingItem.tsx'
import { useSessionState } from '../../session/SessionContext.tsx'
import { useTexts } from '../../texts/TextContext.tsx'
import { CauseItem } from './CauseItem.tsx'
import { checkView } from './checkView.ts'

/** The finding or the cause of several that is looked at, in full, with what would mend it. */
export function ChosenFinding({ cause }: { cause: Cause | undefined }) {
  const { t } = useTexts()
  const chosen = useStore(checkView, (s) => s.chosen)
  const finding = useSessionState((s) =>
    chosen === null || s.findingsVersion < 0 ? undefined : s.findings.get(chosen),
  )
  const section = useRef<HTMLElement>(null)
  const hadFocus = useRef(false)
  useEffect(() => {
    // The button that mended the last finding went away with it; the keyboard goes on here.
    if (hadFocus.current && document.activeElement === document.body)
      section.current?.querySelector<HTMLElement>('.finding-records button')?.focus()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another finding is what it waits for
  }, [finding])
  useEffect(() => {
    const onFocus = (event: FocusEvent): void => {
      hadFocus.current = event.target instanceof Node && section.current?.contains(event.target) === true
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
  return (
    <section ref={section} className="check-detail" aria-label={t('check.detail')}>
      {cause === undefined ? null : <CauseItem key={cause.key} cause={cause} />}
      {cause !== undefined ? null : finding === undefined ? (
        <p className="check-hint">{t('check.choose')}</p>
      ) : (
        <FindingItem key={finding.key} finding={finding} />
      )}
    </section>
  )
}
