import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useAction, useActionContext } from '../../actions/ActionsContext.tsx'
import { COORDINATE_FORMS, type CoordinateForm, formatCoordinates } from '../../../domain/geo/formatCoordinates.ts'
import { formatDtg, type Language } from '../../../domain/time/dtg.ts'
import type { BackupInfo, PlatformResult } from '../../platform/Platform.ts'
import { usePlan, useSession, useSessionState } from '../../session/SessionContext.tsx'
import type { StoredSettings } from '../../session/PlanStorage.ts'
import { useTexts } from '../../texts/TextContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { importBytes } from '../../actions/importBytes.ts'
import { NoticesDialog } from './NoticesDialog.tsx'
import './SettingsPlace.css'

/** What a person chooses for this machine, and the marking and backups of the open plan. */
export function SettingsPlace() {
  const { t, language } = useTexts()
  const { settings, platform, notify } = useActionContext()
  const chosen = useStore(settings.store)
  const hasPlan = useSessionState((s) => s.plan !== null)
  const [version, setVersion] = useState('')
  const [isReadingNotices, setReadingNotices] = useState(false)
  useEffect(() => {
    let isCurrent = true
    void platform.version().then((v) => {
      if (isCurrent) setVersion(v)
    })
    return () => {
      isCurrent = false
    }
  }, [platform])
  const set = (change: Partial<StoredSettings>): void => {
    void settings.set(change).then((isKept) => {
      if (!isKept) notify({ tone: 'warning', text: t('settings.not-kept') })
    })
  }
  return (
    <div className="settings">
      <h1>{t('place.settings')}</h1>
      <section aria-labelledby="settings-look">
        <h2 id="settings-look">{t('settings.look')}</h2>
        <SegmentedControl
          label={t('app.language')}
          segments={[
            { id: 'es', label: 'Español' },
            { id: 'en', label: 'English' },
          ]}
          value={chosen.language}
          onChange={(language) => set({ language })}
        />
        <Select
          label={t('app.theme')}
          value={chosen.theme}
          options={(['light', 'dark', 'night', 'system'] as const).map((id) => ({ id, label: t(`theme.${id}`) }))}
          onChange={(theme) => set({ theme: theme as StoredSettings['theme'] })}
        />
        <Select
          label={t('settings.coordinates')}
          value={chosen.coordinates}
          options={COORDINATE_FORMS.map((id) => ({
            id,
            label: t(`coordinates.${id}`),
            detail: sampleOf(id, language),
          }))}
          onChange={(id) => set({ coordinates: COORDINATE_FORMS.find((form) => form === id) ?? 'mgrs' })}
        />
        <Switch isSelected={chosen.dense} onChange={(dense) => set({ dense })}>
          {t('settings.dense')}
        </Switch>
      </section>
      <section aria-labelledby="settings-author">
        <h2 id="settings-author">{t('settings.who')}</h2>
        <TextField
          label={t('settings.author')}
          description={t('settings.author-why')}
          value={chosen.author}
          maxLength={80}
          onCommit={(author) => set({ author: author.trim() })}
        />
      </section>
      {hasPlan ? <MarkingSection /> : null}
      <section aria-labelledby="settings-backups">
        <h2 id="settings-backups">{t('settings.backups')}</h2>
        <Switch isSelected={chosen.backups} onChange={(backups) => set({ backups })}>
          {t('settings.backups-on')}
        </Switch>
        {hasPlan ? <Backups /> : <p>{t('settings.backups-need-plan')}</p>}
      </section>
      <section aria-labelledby="settings-about">
        <h2 id="settings-about">{t('settings.about')}</h2>
        <p>{t('settings.version', { version, edition: t(`settings.edition-${platform.edition}`) })}</p>
        <p>{t('settings.offline')}</p>
        <p>{t('settings.notices-why')}</p>
        <Button onPress={() => setReadingNotices(true)}>{t('settings.notices')}</Button>
        {isReadingNotices ? <NoticesDialog close={() => setReadingNotices(false)} /> : null}
      </section>
    </div>
  )
}

/** The same spot in the valley in each writing. */
const sampleOf = (form: CoordinateForm, language: Language): string =>
  formatCoordinates([-73.8, -12.5], form, language, 10)

function MarkingSection() {
  const { t } = useTexts()
  const session = useSession()
  const { meta } = usePlan()
  const canEdit = useSessionState((s) => s.canEdit)
  const edit = (fields: Record<string, unknown>): void => {
    session.dispatch({ type: 'editRecords', ids: [meta.id], fields })
  }
  return (
    <section aria-labelledby="settings-marking">
      <h2 id="settings-marking">{t('settings.marking')}</h2>
      <TextField
        label={t('settings.marking-text')}
        description={t('settings.marking-why')}
        value={meta.marking.text}
        maxLength={120}
        isDisabled={!canEdit}
        onCommit={(text) => edit({ marking: { ...meta.marking, text } })}
      />
      <label className="settings-color">
        <span>{t('settings.marking-color')}</span>
        <input
          type="color"
          value={meta.marking.color}
          disabled={!canEdit}
          onChange={(event) => edit({ marking: { ...meta.marking, color: event.currentTarget.value } })}
        />
      </label>
      <Switch isSelected={meta.exercise} isDisabled={!canEdit} onChange={(exercise) => edit({ exercise })}>
        {t('settings.exercise')}
      </Switch>
    </section>
  )
}

function Backups() {
  const { t, language, number } = useTexts()
  const context = useActionContext()
  const { platform, notify } = context
  const { meta } = usePlan()
  const now = useAction('plan.back-up')
  const [backups, setBackups] = useState<readonly BackupInfo[] | null>(null)
  const show = useCallback(
    (listed: PlatformResult<BackupInfo[]>): void => {
      if (listed.ok) setBackups(listed.value)
      else notify({ tone: 'error', text: t(`file.${listed.code}`) })
    },
    [notify, t],
  )
  useEffect(() => {
    let isCurrent = true
    void platform.listBackups(meta.id).then((listed) => {
      if (isCurrent) show(listed)
    })
    return () => {
      isCurrent = false
    }
  }, [platform, meta.id, show])
  const restore = async (backup: BackupInfo): Promise<void> => {
    const read = await platform.readBackup(backup.handle)
    if (!read.ok) return notify({ tone: 'error', text: t(`file.${read.code}`) })
    await importBytes(context, read.value, t('settings.backup'))
  }
  return (
    <>
      <div className="settings-row">
        <Button icon={now.action.icon} isDisabled={!now.isEnabled} onPress={() => void backUpAndReload()}>
          {now.label}
        </Button>
      </div>
      {backups === null || backups.length === 0 ? (
        <p>{t('settings.no-backups')}</p>
      ) : (
        <ul className="settings-backups" aria-label={t('settings.backups')}>
          {backups.map((backup) => (
            <li key={backup.handle}>
              <span>{formatDtg(backup.writtenAt, meta.timeZone, language)}</span>
              <span>{t('settings.kilobytes', { size: number(backup.sizeBytes / 1024) })}</span>
              <Button onPress={() => void restore(backup)}>{t('settings.restore')}</Button>
            </li>
          ))}
        </ul>
      )}
      <p>{t('settings.restore-why')}</p>
    </>
  )

  async function backUpAndReload(): Promise<void> {
    await now.action.perform(context)
    show(await platform.listBackups(meta.id))
  }
}
