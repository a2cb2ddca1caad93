import path from 'node:path'

/** Adds the first extension unless the name already ends in one of them: some systems' dialogs add none. */
export function withUsualExtension(filePath: string, extensions: readonly string[]): string {
  const given = path.extname(filePath).slice(1).toLowerCase()
  const [usual] = extensions
  if (usual === undefined || extensions.some((extension) => extension.toLowerCase() === given)) return filePath
  return `${filePath}.${usual}`
}
