/** Bounds of what may cross between renderer and main: far above any real plan, far below what would hurt main. */
export const LIMITS = {
  nameLength: 255,
  fileBytes: 512 * 1024 * 1024,
  extensions: 16,
  menuGroups: 20,
  menuItems: 500,
  menuLabelLength: 200,
  openedFiles: 64,
  backupsListed: 1000,
  /** Of a layer's file in one message. */
  sliceBytes: 8 * 1024 * 1024,
  layerFiles: 1000,
} as const
