import { createRoot } from 'react-dom/client'
import { dexieStorage } from '../persistence/dexieStorage.ts'
import { choosePlatform } from '../platform/choosePlatform.ts'
import { PlanSession } from '../session/PlanSession.ts'
import { SettingsStore } from '../session/SettingsStore.ts'
import { startChecker } from '../worker/startChecker.ts'
import '../ui/fonts.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { App } from './App.tsx'
import { baseNames } from './baseNames.ts'
import { findInLayers } from './findInLayers.ts'
import { keepBackups } from './keepBackups.ts'
import { newLocalId } from './newLocalId.ts'
import { ownLayers } from './ownLayers.ts'
import { planSources } from './planSources.ts'

const platform = choosePlatform()
const storage = dexieStorage()
const settings = await SettingsStore.load(storage)
const session = new PlanSession({
  storage,
  startChecker,
  now: () => Date.now(),
  newLocalId,
  author: () => settings.current.author,
})
const layers = ownLayers({ platform, newLocalId })
findInLayers(layers, session.names)
session.names.provide(baseNames)
// Without it the browser may throw plans away when the disk fills up; it says no silently where it does not like us.
void navigator.storage?.persist?.()
platform.onFlushRequested(async () => {
  await session.flushed()
})
keepBackups({ session, storage, platform, settings })

const root = document.querySelector('#root')
if (root === null) throw new Error('the page has no root element')
createRoot(root).render(<App parts={{ session, storage, sources: planSources, platform, settings, layers }} />)
