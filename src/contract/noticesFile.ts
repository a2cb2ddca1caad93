/** The notices of third parties, beside the window's page in either edition. */
export const NOTICES_FILE = 'third-party-notices.txt'
