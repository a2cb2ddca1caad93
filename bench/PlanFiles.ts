import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodePlanFile } from '../src/domain/formats/planFile.ts'
import type { AnyRecord } from '../src/domain/records/catalog.ts'
import { generatePlan, type PlanSize } from './generatePlan.ts'

export interface GeneratedPlan {
  readonly title: string
  readonly records: readonly AnyRecord[]
  /** A plan file on disk with these records. */
  readonly file: string
}

const SEED = 2_023

/** The plans that are measured, made when first asked for. */
export class PlanFiles {
  readonly #folder: string
  readonly #size: Omit<PlanSize, 'seed'>
  readonly #plans = new Map<number, GeneratedPlan>()

  constructor(folder: string, size: Omit<PlanSize, 'seed'>) {
    this.#folder = folder
    this.#size = size
  }

  whole(): GeneratedPlan {
    return this.#plan(this.#size.missions)
  }

  /** The same forces with a tenth of the missions. */
  tenth(): GeneratedPlan {
    return this.#plan(Math.round(this.#size.missions / 10))
  }

  #plan(missions: number): GeneratedPlan {
    const known = this.#plans.get(missions)
    if (known !== undefined) return known
    const records = generatePlan({ units: this.#size.units, missions, seed: SEED })
    const meta = records.find((r) => r.id.startsWith('plan:'))
    if (meta === undefined || !('title' in meta)) throw new Error('the generated plan has no plan record')
    const file = path.join(this.#folder, `${missions}.valles`)
    writeFileSync(file, encodePlanFile(records))
    const plan = { title: meta.title, records, file }
    this.#plans.set(missions, plan)
    return plan
  }
}
