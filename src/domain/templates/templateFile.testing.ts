import { readFileSync } from 'node:fs'

/** A template file of the product, parsed as JSON and not yet checked. */
export function readTemplateFile(name: 'campaign-2023' | 'catalogue'): unknown {
  const url = new URL(`../../../resources/templates/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as unknown
}
