import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { ActionContext } from '../actions/Action.ts'
import { ActionRegistry } from '../actions/ActionRegistry.ts'
import { type Actions, ActionsContext } from '../actions/ActionsContext.tsx'
import { importBytes } from '../actions/importBytes.ts'
import { nameSource } from '../planning/map/find/nameSource.ts'
import type { Platform } from '../platform/Platform.ts'
import { LayersContext } from '../session/layers/LayersContext.tsx'
import type { OwnLayers } from '../session/layers/OwnLayers.ts'
import type { PlanSession } from '../session/PlanSession.ts'
import type { PlanSources } from '../session/PlanSources.ts'
import type { PlanStorage, StoredSettings } from '../session/PlanStorage.ts'
import { SessionContext } from '../session/SessionContext.tsx'
import type { DispatchError } from '../session/SessionState.ts'
import type { SettingsStore } from '../session/SettingsStore.ts'
import { LanguageContext, textsIn } from '../texts/TextContext.tsx'
import { ToastRegion } from '../ui/ToastRegion.tsx'
import { Toasts } from '../ui/Toasts.ts'
import { UiProvider } from '../ui/UiProvider.tsx'
import { allActions } from './allActions.ts'
import { Shell } from './Shell.tsx'
import { applyAppearance } from './themes.ts'
import { useApplicationMenu } from './useApplicationMenu.ts'
import { useShortcuts } from './useShortcuts.ts'

export interface AppParts {
  readonly session: PlanSession
  readonly storage: PlanStorage
  readonly sources: PlanSources
  readonly platform: Platform
  readonly settings: SettingsStore
  readonly layers: OwnLayers
}

const registry = new ActionRegistry(allActions)
const PALETTE_SOURCES = [nameSource]
const toasts = new Toasts()

/** Puts the program's parts together around the shell. */
export function App({ parts }: { parts: AppParts }) {
  // Where maps stand changes often, and nothing here depends on it.
  const settings = useStore(
    parts.settings.store,
    useShallow(({ language, theme, dense }: StoredSettings) => ({ language, theme, dense })),
  )
  const [dialog, setDialog] = useState<((close: () => void) => ReactNode) | null>(null)
  const { language } = settings
  const actions = useMemo<Actions>(() => {
    const context: ActionContext = {
      ...parts,
      texts: textsIn(language),
      notify: (toast) => void toasts.show(toast),
      showDialog: (render) => setDialog(() => render),
    }
    return { registry, context, paletteSources: PALETTE_SOURCES }
  }, [parts, language])

  useEffect(() => {
    applyAppearance(settings)
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const follow = (): void => applyAppearance(settings)
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  }, [settings])

  useEffect(() => {
    parts.session.onRefused((error) => toasts.show({ tone: 'warning', text: refusal(actions, error) }))
  }, [parts.session, actions])

  useEffect(
    () =>
      parts.platform.onFileOpened((file, name) => {
        void parts.platform.readFile(file).then(async (read) => {
          if (read.ok) await importBytes(actions.context, read.value.bytes, name)
          else toasts.show({ tone: 'error', text: actions.context.texts.t(`file.${read.code}`) })
        })
      }),
    [parts.platform, actions],
  )

  useShortcuts(actions, dialog !== null)
  useApplicationMenu(actions)

  return (
    <UiProvider locale={language === 'es' ? 'es-PE' : 'en-GB'}>
      <LanguageContext value={language}>
        <SessionContext value={parts.session}>
          <LayersContext value={parts.layers}>
            <ActionsContext value={actions}>
              <Shell />
              {dialog?.(() => setDialog(null))}
              <ToastRegion
                toasts={toasts}
                label={actions.context.texts.t('app.notices')}
                closeLabel={actions.context.texts.t('app.close')}
              />
            </ActionsContext>
          </LayersContext>
        </SessionContext>
      </LanguageContext>
    </UiProvider>
  )
}

function refusal({ context }: Actions, error: DispatchError): string {
  return context.texts.t(`refused.${error.code}`, error.params)
}
