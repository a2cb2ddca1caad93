import type { ActionContext } from '../../../actions/Action.ts'
import { fileNameFrom } from '../../../platform/fileNameFrom.ts'
import type { SheetContent } from '../../../map-engine/sheet/SheetContent.ts'
import type { SheetMaker, SheetResult } from '../../../map-engine/sheet/SheetMaker.ts'
import type { Paper, Sheet } from '../../../map-engine/sheet/Sheet.ts'
import { printView } from './printView.ts'

/** Pixels to the inch: what a canvas can hold of each paper. */
const RESOLUTION: Readonly<Record<Paper, number>> = { A4: 300, A3: 300, A2: 200, A1: 150, A0: 120 }

/** Makes the sheet as a file and asks where to put it; says how it went. Cancelling leaves nothing behind. */
export async function saveSheet(
  kind: 'pdf' | 'png',
  content: () => Promise<SheetContent>,
  maker: SheetMaker,
  { platform, notify, texts }: ActionContext,
): Promise<void> {
  const { t } = texts
  printView.setState({ making: 0 })
  const made = await make(kind, content, maker)
  printView.setState({ making: null })
  if (!made.ok) {
    if (made.error === 'failed') notify({ tone: 'error', text: t('map-print.failed') })
    return
  }
  const { title, sheet, bytes } = made.value
  const { paper, scale } = sheet
  const name = fileNameFrom(t('map-print.file-name', { title, paper, scale: String(scale) }))
  const saved = await platform.saveFile({
    suggestedName: `${name}.${kind}`,
    filter: { name: t(`map-print.filter-${kind}`), extensions: [kind] },
    bytes,
  })
  if (!saved.ok) notify({ tone: 'error', text: t(`file.${saved.code}`) })
  else if (saved.value !== null) notify({ tone: 'ok', text: t('map-print.saved', { name: saved.value.name }) })
}

interface MadeSheet {
  readonly title: string
  readonly sheet: Sheet
  readonly bytes: Uint8Array<ArrayBuffer>
}

async function make(
  kind: 'pdf' | 'png',
  gather: () => Promise<SheetContent>,
  maker: SheetMaker,
): Promise<SheetResult<MadeSheet>> {
  try {
    const content = await gather()
    const { title, sheet } = content
    const output = kind === 'pdf' ? ({ kind } as const) : ({ kind, resolution: RESOLUTION[sheet.paper] } as const)
    const made = await maker.file(content, output, (share) => printView.setState({ making: share }))
    return made.ok ? { ok: true, value: { title, sheet, bytes: made.value } } : made
  } catch (error) {
    console.error(error)
    return { ok: false, error: 'failed' }
  }
}
