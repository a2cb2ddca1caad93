import { assertNever } from '../result.ts'
import type { Language } from '../time/dtg.ts'
import type { RecordsFault } from '../plan/checkRecords.ts'
import type { PlanFileError } from './planFile.ts'

/** One sentence on why a plan file was not read. Nothing was changed in any of these cases. */
export function describePlanFileError(error: PlanFileError, language: Language): string {
  const es = language === 'es'
  switch (error.code) {
    case 'not-a-plan':
      return es ? 'El archivo no es un plan de Valles.' : 'The file is not a Valles plan.'
    case 'too-large':
      return es
        ? `El archivo pesa ${error.megabytes} MB; se leen hasta ${error.limit} MB.`
        : `The file has ${error.megabytes} MB; up to ${error.limit} MB are read.`
    case 'too-many':
      return es
        ? `El archivo declara ${error.records} registros; se leen hasta ${error.limit}.`
        : `The file declares ${error.records} records; up to ${error.limit} are read.`
    case 'newer':
      return es
        ? `El archivo es del formato ${error.version}, más nuevo que el formato ${error.current} de este programa: actualice el programa para abrirlo.`
        : `The file has format ${error.version}, newer than this program's format ${error.current}: update the program to open it.`
    case 'truncated':
      return es
        ? `El archivo está incompleto: trae ${error.found} de ${error.expected} registros.`
        : `The file is incomplete: it holds ${error.found} of ${error.expected} records.`
    case 'damaged':
      return es
        ? 'El archivo está dañado: su contenido no coincide con su suma de control.'
        : 'The file is damaged: its content does not match its checksum.'
    case 'unreadable-line':
      return es
        ? `El archivo está dañado: la línea ${error.line} no se puede leer.`
        : `The file is damaged: line ${error.line} cannot be read.`
    case 'records':
      return describeRecordsFault(error.fault, es)
    default:
      return assertNever(error)
  }
}

function describeRecordsFault(fault: RecordsFault, es: boolean): string {
  switch (fault.code) {
    case 'invalid': {
      const at = `${fault.fault.id}${fault.fault.path === '' ? '' : `, ${fault.fault.path}`}`
      return es
        ? `El registro ${at} no es válido (${fault.fault.message}).`
        : `Record ${at} is not valid (${fault.fault.message}).`
    }
    case 'duplicate':
      return es ? `El registro ${fault.id} está repetido.` : `Record ${fault.id} is there twice.`
    case 'dangling':
      return es
        ? `El registro ${fault.id} menciona ${fault.reference}, que no está en el archivo.`
        : `Record ${fault.id} mentions ${fault.reference}, which is not in the file.`
    case 'plan-count':
      return es
        ? `El archivo trae ${fault.count} registros de plan; debe traer uno.`
        : `The file holds ${fault.count} plan records; it must hold one.`
    default:
      return assertNever(fault)
  }
}
