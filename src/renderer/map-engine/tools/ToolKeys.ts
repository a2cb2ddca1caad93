import type OlMap from 'ol/Map.js'

interface KeyAnswers {
  readonly Escape: () => void
  readonly Enter?: () => void
  readonly Backspace?: () => void
  readonly Delete?: () => void
  /** Pixels. */
  readonly arrow?: (right: number, down: number) => void
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const STRIDE = 10
const STRIDE_LARGE = 60

/**
 * The keys of a tool that is on. They work on the map, which it takes the focus to, and where nothing has it; Escape works
 * anywhere but in a field or a dialog, which has a use of its own for it.
 */
export class ToolKeys {
  readonly #sheet: HTMLElement
  readonly #answers: KeyAnswers
  readonly #abort = new AbortController()

  constructor(map: OlMap, answers: KeyAnswers) {
    const sheet = map.getTargetElement()
    if (!sheet) throw new Error('a tool needs a map on screen')
    this.#sheet = sheet
    // The program's own shortcuts without Ctrl rest meanwhile.
    sheet.dataset['keys'] = 'own'
    this.#answers = answers
    document.addEventListener('keydown', (event) => this.#press(event), { capture: true, signal: this.#abort.signal })
    this.#sheet.focus({ preventScroll: true })
  }

  #press(event: KeyboardEvent): void {
    const { target, key, shiftKey, altKey } = event
    const isElsewhere = !(target instanceof Node && this.#sheet.contains(target)) && target !== document.body
    const isTyping =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
    if (event.ctrlKey || event.metaKey || (isElsewhere && (key !== 'Escape' || isTyping))) return
    const arrow = ARROWS[key]
    const isOurs =
      arrow === undefined ? this.#answer(key) : this.#move(arrow, shiftKey ? STRIDE_LARGE : altKey ? 1 : STRIDE)
    if (!isOurs) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  #answer(key: string): boolean {
    const { Escape, Enter, Backspace, Delete } = this.#answers
    const answer = { Escape, Enter, Backspace, Delete }[key]
    answer?.()
    return answer !== undefined
  }

  #move([right, down]: readonly [number, number], stride: number): boolean {
    this.#answers.arrow?.(right * stride, down * stride)
    return this.#answers.arrow !== undefined
  }

  end(): void {
    this.#abort.abort()
    delete this.#sheet.dataset['keys']
  }
}
