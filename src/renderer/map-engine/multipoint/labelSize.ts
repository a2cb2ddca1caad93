/** Pixels; the renderer leaves room for labels of this size, so they have to be drawn at it. */
export const LABEL_SIZE = 12
