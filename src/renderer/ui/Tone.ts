/** How grave a thing is. Colour, shape and word go together, so that none speaks alone. */
export type Tone = 'error' | 'warning' | 'note' | 'ok'
