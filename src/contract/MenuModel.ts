import * as v from 'valibot'
import { LIMITS } from './limits.ts'

const LabelSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.menuLabelLength))

// As Electron writes keys: 'CmdOrCtrl+Shift+Z', 'F5', 'Alt+Left'. What it does not know would throw while building.
const KEY =
  '[!-*,-~]|F[1-9]|F1\\d|F2[0-4]|Plus|Space|Tab|Backspace|Delete|Insert|Enter|Escape|Up|Down|Left|Right|Home|End|PageUp|PageDown'
const ACCELERATOR = new RegExp(`^((CmdOrCtrl|Cmd|Ctrl|Alt|Shift)\\+)*(${KEY})$`)

/** What the system itself does; Electron's names. */
const MENU_ROLES = [
  'cut',
  'copy',
  'paste',
  'selectAll',
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'togglefullscreen',
  'minimize',
  'quit',
] as const

const ActionItemSchema = v.strictObject({
  kind: v.literal('action'),
  /** The action's id in the registry; comes back when the person chooses it. */
  id: v.pipe(v.string(), v.regex(/^[\w.:-]{1,100}$/)),
  label: LabelSchema,
  accelerator: v.exactOptional(v.pipe(v.string(), v.maxLength(40), v.regex(ACCELERATOR))),
  enabled: v.boolean(),
  checked: v.exactOptional(v.boolean()),
})

const RoleItemSchema = v.strictObject({ kind: v.literal('role'), role: v.picklist(MENU_ROLES), label: LabelSchema })

const SeparatorSchema = v.strictObject({ kind: v.literal('separator') })

const MenuItemSchema = v.variant('kind', [ActionItemSchema, RoleItemSchema, SeparatorSchema])

const MenuGroupSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w.:-]{1,100}$/)),
  label: LabelSchema,
  items: v.pipe(v.array(MenuItemSchema), v.maxLength(LIMITS.menuItems), v.readonly()),
})

/** The application menu in the language of the interface; the renderer owns it, the shell only shows it. */
export const MenuModelSchema = v.pipe(
  v.strictObject({ groups: v.pipe(v.array(MenuGroupSchema), v.maxLength(LIMITS.menuGroups), v.readonly()) }),
  v.check(
    ({ groups }) => groups.reduce((count, group) => count + group.items.length, 0) <= LIMITS.menuItems,
    'too many menu items',
  ),
)

export type MenuItem = v.InferOutput<typeof MenuItemSchema>
export type MenuGroup = v.InferOutput<typeof MenuGroupSchema>
export type MenuModel = v.InferOutput<typeof MenuModelSchema>
export type MenuRole = (typeof MENU_ROLES)[number]
