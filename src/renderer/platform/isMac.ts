/** Whether shortcuts go with Cmd in the place of Ctrl. */
export function isMac(): boolean {
  return navigator.platform.startsWith('Mac')
}
