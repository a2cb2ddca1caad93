/** Letters without marks and case, so that `nan` finds `Ñandú` and `union` finds `Unión`. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
