/** The list with some of it moved before or after another. */
export function movedIds(
  ids: readonly string[],
  moved: ReadonlySet<string>,
  target: string,
  where: 'before' | 'after',
): string[] {
  const others = ids.filter((id) => !moved.has(id))
  const at = others.indexOf(target)
  if (at < 0) return [...ids]
  const cut = where === 'before' ? at : at + 1
  return [...others.slice(0, cut), ...ids.filter((id) => moved.has(id)), ...others.slice(cut)]
}
