/**
 * What one own layer may hold. Far above the layers that planners have (all 1,874 districts of Peru in full detail are
 * some 60 MB and 1.5 million vertices), far below what would exhaust a laptop's memory.
 */
export const GEO_LIMITS = {
  /** Of a file of vector data, and of what a KMZ unpacks to. */
  fileBytes: 128 * 1024 * 1024,
  features: 300_000,
  vertices: 3_000_000,
  /** Brackets in brackets in JSON, elements in elements in XML. */
  nesting: 64,
  propertiesPerFeature: 120,
  /** Characters; also of a name. */
  text: 4_000,
  /** How many times its packed size a file in a KMZ may unpack to. */
  inflation: 200,
  zipEntries: 20_000,
} as const

export const toMegabytes = (bytes: number): number => Math.ceil(bytes / (1024 * 1024))
