/** `1:250 000`, with spaces that do not break. */
export const scaleText = (scale: number): string =>
  `1:${String(Math.round(scale)).replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0')}`
