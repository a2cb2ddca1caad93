import type { ColorToken } from '../Scene.ts'
import type { Colour } from './Drawing.ts'

const LIGHT = /:root\[data-theme="light"\]\s*\{([^}]*)\}/
const WHITE: Colour = '#ffffff'
const BLACK: Colour = '#000000'

/** Colours of paper: those of the light theme, or greys by what the eye sees of their brightness. */
export class PrintPalette {
  readonly isMonochrome: boolean
  readonly #colours: ReadonlyMap<string, Colour>

  /** @param tokens the text of `ui/tokens.css`, where alone colours are named */
  constructor(tokens: string, isMonochrome: boolean) {
    const light = LIGHT.exec(tokens)?.[1] ?? ''
    const named = [...light.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})\b/gi)]
    this.#colours = new Map(named.map(([, name = '', value = '']) => [name, value as Colour]))
    this.isMonochrome = isMonochrome
  }

  /** A token that the light theme does not have is drawn black rather than not at all. */
  token(name: ColorToken): Colour {
    return this.colour(this.#colours.get(name) ?? BLACK)
  }

  colour(value: Colour): Colour {
    return this.isMonochrome ? grey(value) : value
  }

  /** Half of each: names of what is drawn in a pale colour stay legible in their colour. */
  between(one: ColorToken, other: ColorToken): Colour {
    const [a, b] = [this.token(one), this.token(other)]
    return `#${[1, 3, 5].map((at) => hex(Math.round((channel(a, at) + channel(b, at)) / 2))).join('')}`
  }

  get paper(): Colour {
    return WHITE
  }
}

const channel = (colour: Colour, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
const hex = (value: number): string => value.toString(16).padStart(2, '0')

function grey(colour: Colour): Colour {
  const brightness = 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5)
  return `#${hex(Math.round(brightness)).repeat(3)}`
}
