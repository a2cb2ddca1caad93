import type { Language } from './dtg.ts'

const MONTHS: Record<Language, readonly string[]> = {
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** Name of a month, 1 to 12; a dash for any other number. */
export function monthName(month: number, language: Language): string {
  return MONTHS[language][month - 1] ?? '—'
}
