import type { EnablerKind } from '../records/common.ts'
import type { Language } from '../time/dtg.ts'

/** What planners call the kinds of enablers, in a sentence. */
export const ENABLER_NAMES: Record<Language, Record<EnablerKind, string>> = {
  es: {
    insertion: 'inserción',
    extraction: 'extracción',
    'air-cover': 'cobertura aérea',
    route: 'ruta abierta',
    boats: 'embarcaciones',
    medevac: 'evacuación médica',
    resupply: 'reabastecimiento',
  },
  en: {
    insertion: 'insertion',
    extraction: 'extraction',
    'air-cover': 'air cover',
    route: 'an open route',
    boats: 'boats',
    medevac: 'medical evacuation',
    resupply: 'resupply',
  },
}
