import './Kbd.css'

/** A shortcut as the caller writes it for this system, as `Ctrl+K` or `⌘K`. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className="ui-kbd">{keys}</kbd>
}
