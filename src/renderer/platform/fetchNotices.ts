import { NOTICES_FILE } from '../../contract/noticesFile.ts'

/** The licences of what others wrote and this program contains, as the build put them beside its page; null when they cannot be had. */
export async function fetchNotices(): Promise<string | null> {
  const response = await fetch(`./${NOTICES_FILE}`).catch(() => null)
  return response?.ok ? response.text().catch(() => null) : null
}
