/** Without the English word for what it is, which sign and text say in the reader's language. */
export const airfieldName = (name: string): string =>
  name.replace(/ (?:International )?(?:Airport|Airfield|Heliport)(?: \(Under Construction\))?$/, '')
