/** Gives the matrix the keys, without moving what is seen. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('.matrix-body')?.focus({ preventScroll: true })
}
