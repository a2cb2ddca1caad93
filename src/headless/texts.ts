import type { Language } from '../domain/time/dtg.ts'

const es = {
  help: `Uso: npm run -s plan -- VERBO [opciones]

  new --template campaign-2023|blank --out ARCHIVO [--title TÍTULO] [--h-hour INSTANTE]
                          crea un plan; INSTANTE es ISO 8601 (2023-01-03T06:00-05:00)
  info ARCHIVO [--json]   dice qué hay en un plan
  check ARCHIVO [--json]  verifica un plan
  risk ARCHIVO [--runs N] [--seed N] [--shape pert|triangular] [--json]
                          simula el plan y dice cuándo se termina y con qué probabilidad
  assign ARCHIVO [--missions open|errors|all|M-001,M-002…] [--units keep|add|change] [--keep-times]
         [--not-before MINUTOS] [--goals finish,lateness,change,balance,travel]
         [--seconds S] [--rounds N] [--seed N] [--out ARCHIVO] [--json]
                          propone horas y unidades para misiones; con --out escribe el plan que resulta
  convert ENTRADA SALIDA  lee un plan y lo escribe en el formato de la extensión:
                          .valles (archivo de plan) o .json (plantilla)

  --language es|en        idioma de los textos (es)
  --help                  esta ayuda

Sale con 0 si todo fue bien, 1 si el plan tiene errores, 2 si no pudo usar lo que se le dio.`,
  noVerb: 'falta el verbo: new, info, check, risk, assign o convert (--help explica)',
  unknownVerb: (verb: string) =>
    `verbo desconocido «${verb}»: new, info, check, risk, assign o convert (--help explica)`,
  badOption: (detail: string) => `opciones no válidas: ${detail}`,
  badLanguage: (value: string) => `idioma desconocido «${value}»: es o en`,
  wantsFiles: (verb: string, wanted: number, got: number) =>
    `${verb} espera ${wanted} ${wanted === 1 ? 'archivo' : 'archivos'} y recibió ${got}`,
  wantsTemplate: 'new espera --template campaign-2023 o blank',
  wantsOut: 'new espera --out ARCHIVO',
  badInstant: (text: string) => `--h-hour no es un instante ISO 8601 con zona: ${text}`,
  badTitle: 'el título ha de tener de 1 a 300 signos',
  badRuns: (text: string, most: number) => `--runs ha de ser un número entero de 1 a ${most}: ${text}`,
  badSeed: (text: string) => `--seed ha de ser un número entero no negativo: ${text}`,
  badShape: (text: string) => `--shape ha de ser pert o triangular: ${text}`,
  unreadable: (file: string, why: string) => `no se puede leer ${file}: ${why}`,
  unwritable: (file: string, why: string) => `no se puede escribir ${file}: ${why}`,
  unusable: (file: string, why: string) => `${file}: ${why}`,
  notJson: 'no es JSON válido',
  notTemplate: (why: string) => `no es una plantilla de plan válida (${why})`,
  noFile: 'no existe',
  isFolder: 'es una carpeta',
  noRight: 'sin permiso',
  sameFile: 'entrada y salida son el mismo archivo',
  blankTitle: 'Plan nuevo',
  written: (file: string, records: number) => `${file}: ${records} registros`,
  planned: 'Día D, hora H',
  migrated: (version: number) => `Archivo del formato ${version}, leído con sus cambios de formato`,
  byKind: 'Registros',
  byComponent: 'Por componente',
  unitsAndMissions: (units: number, missions: number) => `${units} unidades, ${missions} misiones conducidas`,
  clean: 'Sin hallazgos.',
  totals: (errors: number, warnings: number, notes: number, accepted: number) =>
    `${errors} errores, ${warnings} advertencias, ${notes} notas; ${accepted} aceptados`,
  simulated: (runs: number, missions: number) =>
    `${runs} simulaciones de ${missions} misiones; P50 y P80: terminado para entonces en 50 y en 80 de 100`,
  nothingScheduled: 'No hay misiones programadas.',
  end: 'Fin del plan',
  dates: 'Fases, objetivos, decisiones y misiones con fecha',
  inTime: (percent: string, low: string, high: string) => `a tiempo ${percent} % (${low} a ${high})`,
  criticalMissions: 'Misiones de las que depende el fin',
  criticalIn: (percent: string) => `en ${percent} % de las simulaciones`,
  drivers: 'Qué mueve el fin, de su P10 a su P90',
  seasons: ['lluvias', 'estiaje'],
  ignored: (count: number) => `${count} dependencias en círculo no se tuvieron en cuenta`,
  badValue: (option: string, text: string, may: string) => `${option} no admite «${text}»: ${may}`,
  noMission: (code: string) => `el plan no tiene la misión ${code}`,
  proposed: (changes: number, unplaced: number, unchanged: number) =>
    `${changes} ${changes === 1 ? 'cambio' : 'cambios'}, ${unplaced} sin lugar, ${unchanged} como están`,
  unplaced: 'No caben',
  finish: (end: string, bound: string) => `Fin: ${end}; antes de ${bound} no es posible`,
  severity: { error: 'error', warning: 'advertencia', note: 'nota' },
  accepted: 'aceptado',
}

type Texts = typeof es

const en: Texts = {
  help: `Usage: npm run -s plan -- VERB [options]

  new --template campaign-2023|blank --out FILE [--title TITLE] [--h-hour INSTANT]
                         makes a plan; INSTANT is ISO 8601 (2023-01-03T06:00-05:00)
  info FILE [--json]     tells what is in a plan
  check FILE [--json]    checks a plan
  risk FILE [--runs N] [--seed N] [--shape pert|triangular] [--json]
                         simulates the plan and tells when it is finished, and with what chance
  assign FILE [--missions open|errors|all|M-001,M-002…] [--units keep|add|change] [--keep-times]
         [--not-before MINUTES] [--goals finish,lateness,change,balance,travel]
         [--seconds S] [--rounds N] [--seed N] [--out FILE] [--json]
                         proposes times and units for missions; --out writes the plan that results
  convert IN OUT         reads a plan and writes it in the format of the extension:
                         .valles (plan file) or .json (template)

  --language es|en       language of the texts (es)
  --help                 this help

Exits with 0 when all went well, 1 when the plan has errors, 2 when it could not use what it was given.`,
  noVerb: 'the verb is missing: new, info, check, risk, assign or convert (--help explains)',
  unknownVerb: (verb) => `unknown verb “${verb}”: new, info, check, risk, assign or convert (--help explains)`,
  badOption: (detail) => `invalid options: ${detail}`,
  badLanguage: (value) => `unknown language “${value}”: es or en`,
  wantsFiles: (verb, wanted, got) =>
    `${verb} expects ${wanted} ${wanted === 1 ? 'file' : 'files'} and was given ${got}`,
  wantsTemplate: 'new expects --template campaign-2023 or blank',
  wantsOut: 'new expects --out FILE',
  badInstant: (text) => `--h-hour is no ISO 8601 instant with a zone: ${text}`,
  badTitle: 'the title has to have 1 to 300 characters',
  badRuns: (text, most) => `--runs has to be a whole number from 1 to ${most}: ${text}`,
  badSeed: (text) => `--seed has to be a whole number, not negative: ${text}`,
  badShape: (text) => `--shape has to be pert or triangular: ${text}`,
  unreadable: (file, why) => `cannot read ${file}: ${why}`,
  unwritable: (file, why) => `cannot write ${file}: ${why}`,
  unusable: (file, why) => `${file}: ${why}`,
  notJson: 'it is no valid JSON',
  notTemplate: (why) => `it is no valid plan template (${why})`,
  noFile: 'it does not exist',
  isFolder: 'it is a folder',
  noRight: 'no permission',
  sameFile: 'input and output are the same file',
  blankTitle: 'New plan',
  written: (file, records) => `${file}: ${records} records`,
  planned: 'D-day, H-hour',
  migrated: (version) => `File of format ${version}, read with its changes of format`,
  byKind: 'Records',
  byComponent: 'By component',
  unitsAndMissions: (units, missions) => `${units} units, ${missions} missions led`,
  clean: 'No findings.',
  totals: (errors, warnings, notes, accepted) =>
    `${errors} errors, ${warnings} warnings, ${notes} notes; ${accepted} accepted`,
  simulated: (runs, missions) =>
    `${runs} simulations of ${missions} missions; P50 and P80: finished by then in 50 and in 80 of 100`,
  nothingScheduled: 'No missions are scheduled.',
  end: 'End of the plan',
  dates: 'Phases, objectives, decisions and missions with a date',
  inTime: (percent, low, high) => `in time ${percent} % (${low} to ${high})`,
  criticalMissions: 'Missions that the end depends on',
  criticalIn: (percent) => `in ${percent} % of the simulations`,
  drivers: 'What moves the end, from its P10 to its P90',
  seasons: ['rains', 'low water'],
  ignored: (count) => `${count} dependencies in circles were left out`,
  badValue: (option, text, may) => `${option} does not take “${text}”: ${may}`,
  noMission: (code) => `the plan has no mission ${code}`,
  proposed: (changes, unplaced, unchanged) =>
    `${changes} ${changes === 1 ? 'change' : 'changes'}, ${unplaced} without a place, ${unchanged} as they are`,
  unplaced: 'Do not fit',
  finish: (end, bound) => `End: ${end}; before ${bound} is not possible`,
  severity: { error: 'error', warning: 'warning', note: 'note' },
  accepted: 'accepted',
}

export const texts: Record<Language, Texts> = { es, en }
