import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PlanStorage, StoredSettings } from './PlanStorage.ts'

const DEFAULTS: StoredSettings = {
  language: 'es',
  theme: 'system',
  author: '',
  backups: true,
  dense: true,
  coordinates: 'mgrs',
  mapViews: {},
}

/** The person's choices on this machine: shown at once, kept on disk. */
export class SettingsStore {
  readonly store: StoreApi<StoredSettings>
  readonly #storage: Pick<PlanStorage, 'saveSettings'>

  private constructor(storage: Pick<PlanStorage, 'saveSettings'>, stored: Partial<StoredSettings>) {
    this.#storage = storage
    this.store = createStore<StoredSettings>(() => ({ ...DEFAULTS, ...stored }))
  }

  /** Reads what is stored; where that fails the defaults stand. */
  static async load(storage: Pick<PlanStorage, 'loadSettings' | 'saveSettings'>): Promise<SettingsStore> {
    const stored = await storage.loadSettings().catch(() => ({}))
    return new SettingsStore(storage, stored)
  }

  get current(): StoredSettings {
    return this.store.getState()
  }

  /** False where the choice holds only until the window closes. */
  async set(change: Partial<StoredSettings>): Promise<boolean> {
    this.store.setState(change)
    return (await this.#storage.saveSettings(this.current)).ok
  }
}
