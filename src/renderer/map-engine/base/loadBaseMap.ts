import type { Airfield, BaseMap, Department, Town } from './BaseMap.ts'
import { joinRivers, type RiverLine, type RiverName } from './joinRivers.ts'

let loaded: Promise<BaseMap> | null = null

/** The base map that comes with the program, read when first asked for and kept. */
export function loadBaseMap(): Promise<BaseMap> {
  loaded ??= read()
  return loaded
}

/** One file a task, so that none of them holds up the window. */
async function read(): Promise<BaseMap> {
  const departments = await import('../../../../resources/basemap/departments.json')
  await nextTask()
  const lines = await import('../../../../resources/basemap/rivers.json')
  await nextTask()
  const names = await import('../../../../resources/basemap/river-names.json')
  const rivers = joinRivers(lines.default as unknown as RiverLine[], names.default as unknown as RiverName[])
  await nextTask()
  const towns = await import('../../../../resources/basemap/towns.json')
  const airfields = await import('../../../../resources/basemap/airfields.json')
  return {
    departments: departments.default as unknown as Department[],
    rivers,
    towns: towns.default as unknown as Town[],
    airfields: airfields.default as unknown as Airfield[],
  }
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
