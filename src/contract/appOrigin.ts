/** Frozen since the first day: what people stored belongs to this origin, and another name would orphan it. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'valles'
export const APP_ENTRY_URL = `${APP_SCHEME}://${APP_HOST}/index.html`
