/** What may be open beside the map. */
export const MAP_PANELS = ['none', 'layers', 'in-view', 'measures'] as const
export type MapPanel = (typeof MAP_PANELS)[number]
