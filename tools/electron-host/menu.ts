// Menus are kept as they were built, so that a test can look into them and choose an item.
import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { BrowserWindow } from './BrowserWindow.ts'
import { notEmulated, strict } from './strict.ts'

type Click = (item: MenuItemOfHost, window: unknown, event: object) => void
type Options = {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  registerAccelerator?: boolean
  click?: Click
  submenu?: readonly Options[] | MenuOfHost
}

/** Electron ignores the case of a role, but throws for one that it does not know. */
const ROLES = new Set(
  (
    'undo redo cut copy paste pasteAndMatchStyle delete selectAll reload forceReload toggleDevTools resetZoom zoomIn ' +
    'zoomOut toggleSpellChecker togglefullscreen window minimize close help about services hide hideOthers unhide quit ' +
    'zoom front appMenu fileMenu editMenu viewMenu windowMenu recentDocuments clearRecentDocuments'
  )
    .toLowerCase()
    .split(' '),
)

class MenuItemOfHost {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: MenuOfHost | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  private readonly chosen: Click | undefined

  constructor(options: Options) {
    if (options.role && !ROLES.has(options.role.toLowerCase())) throw new Error(`Unknown menu role: ${options.role}`)
    const { submenu } = options
    this.id = options.id
    this.label = options.label ?? ''
    this.role = options.role?.toLowerCase()
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator
    this.registerAccelerator = options.registerAccelerator ?? true
    this.submenu = submenu instanceof MenuOfHost || !submenu ? submenu : MenuOfHost.buildFromTemplate(submenu)
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.chosen = options.click
    return strict('MenuItem', this)
  }

  click(): void {
    if (!this.enabled) return
    const window = BrowserWindow.getFocusedWindow()
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.chosen) this.chosen(this, window, {})
    else if (this.role === 'quit') app.quit()
    else if (this.role === 'close') window?.close()
    else if (this.role) notEmulated(`choosing the menu role ${this.role}`)
  }
}

class MenuOfHost extends EventEmitter {
  readonly items: MenuItemOfHost[] = []
  private static applicationMenu: MenuOfHost | null = null

  static buildFromTemplate(template: readonly (Options | MenuItemOfHost)[]): MenuOfHost {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new MenuOfHost()
    for (const item of template as readonly (Options | MenuItemOfHost)[]) {
      if (!('label' in item || 'role' in item || 'type' in item)) {
        throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
      }
      menu.append(item instanceof MenuItemOfHost ? item : new MenuItemOfHost(item))
    }
    return strict('Menu', menu)
  }

  static setApplicationMenu(menu: MenuOfHost | null): void {
    MenuOfHost.applicationMenu = menu
  }

  static getApplicationMenu(): MenuOfHost | null {
    return MenuOfHost.applicationMenu
  }

  append(item: MenuItemOfHost): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): MenuItemOfHost | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

export const Menu = strict('Menu', MenuOfHost)
export const MenuItem = strict('MenuItem', MenuItemOfHost)
