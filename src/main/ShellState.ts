import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { writeFileAtomically } from './writeFileAtomically.ts'

const Pixels = v.pipe(v.number(), v.safeInteger(), v.minValue(-100_000), v.maxValue(100_000))

const ShellStateSchema = v.object({
  window: v.nullable(
    v.object({
      bounds: v.object({ x: Pixels, y: Pixels, width: Pixels, height: Pixels }),
      maximized: v.boolean(),
    }),
  ),
  /** Where the last dialog ended; dialogs would else always begin in Downloads. */
  lastFolder: v.nullable(v.string()),
})

export type ShellStateValues = v.InferOutput<typeof ShellStateSchema>

const NOTHING_KEPT: ShellStateValues = { window: null, lastFolder: null }

/** What the shell remembers between starts, as one small JSON file. Losing it costs a window's place, never work. */
export class ShellState {
  readonly #file: string
  #values: ShellStateValues
  #lastWrite: Promise<void> = Promise.resolve()

  private constructor(file: string, values: ShellStateValues) {
    this.#file = file
    this.#values = values
  }

  /** A missing, broken or foreign file counts as none. */
  static async load(file: string): Promise<ShellState> {
    const stored = await readFile(file, 'utf8').then(
      (text) => v.safeParse(v.pipe(v.string(), v.parseJson(), ShellStateSchema), text),
      () => null,
    )
    return new ShellState(file, stored?.success ? stored.output : NOTHING_KEPT)
  }

  get values(): ShellStateValues {
    return this.#values
  }

  /** Resolves when the change is on disk; a disk that refuses is logged and otherwise ignored. */
  keep(change: Partial<ShellStateValues>): Promise<void> {
    this.#values = { ...this.#values, ...change }
    this.#lastWrite = this.#lastWrite
      .then(() => writeFileAtomically(this.#file, Buffer.from(JSON.stringify(this.#values))))
      .catch((error: unknown) => console.error('the window state was not kept:', error))
    return this.#lastWrite
  }
}
