/** A title as a file name that every system takes, without an extension. */
export function fileNameFrom(title: string): string {
  const name = title
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  return name === '' ? 'plan' : name
}
