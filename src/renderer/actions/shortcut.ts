/** A chord of keys: modifiers and one key, as `Mod+Shift+Z`, `F2`, `Alt+ArrowRight`. */
interface Chord {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly key: string
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

function parseChord(shortcut: string): Chord {
  const parts = shortcut.split('+')
  const key = (parts.at(-1) ?? '').toLowerCase()
  const has = (name: string): boolean => parts.slice(0, -1).includes(name)
  return { mod: has('Mod'), shift: has('Shift'), alt: has('Alt'), key }
}

/** Whether a key press is this shortcut. */
export function isPressed(shortcut: string, event: KeyPress, isMac: boolean): boolean {
  const chord = parseChord(shortcut)
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  return (
    chord.mod === mod &&
    !other &&
    chord.alt === event.altKey &&
    chord.shift === event.shiftKey &&
    chord.key === event.key.toLowerCase()
  )
}

/** The same chord written differently is the same chord. */
export function normalShortcut(shortcut: string): string {
  const { mod, shift, alt, key } = parseChord(shortcut)
  return `${mod ? 'mod+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${key}`
}

const NAMES: Record<string, string> = {
  arrowright: 'Right',
  arrowleft: 'Left',
  arrowup: 'Up',
  arrowdown: 'Down',
  ' ': 'Space',
}

/** As Electron's menu writes it. */
export function toAccelerator(shortcut: string): string {
  const { mod, shift, alt, key } = parseChord(shortcut)
  const name = NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1))
  return [mod ? 'CmdOrCtrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter((p) => p !== '').join('+')
}

const SIGNS: Record<string, string> = {
  arrowright: '→',
  arrowleft: '←',
  arrowup: '↑',
  arrowdown: '↓',
  delete: 'Supr',
  escape: 'Esc',
}

/** As people read it: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac. */
export function toDisplay(shortcut: string, isMac: boolean): string {
  const { mod, shift, alt, key } = parseChord(shortcut)
  const name = SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1))
  if (isMac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`
  return [mod ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', name].filter((p) => p !== '').join('+')
}
