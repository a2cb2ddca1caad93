import type { ActionContext } from '../../../actions/Action.ts'
import { fileNameFrom } from '../../../platform/fileNameFrom.ts'
import type { SheetContent } from '../../../map-engine/sheet/SheetContent.ts'
import type { SheetMaker } from '../../../map-engine/sheet/SheetMaker.ts'
import type { Paper } from '../../../map-engine/sheet/Sheet.ts'
import { printView } from './printView.ts'

/** Pixels to the inch: what a canvas can hold of each paper. */
const RESOLUTION: Readonly<Record<Paper, number>> = { A4: 300, A3: 300, A2: 200, A1: 150, A0: 120 }

/** Makes the sheet as a file and asks where to put it; says how it went. Cancelling leaves nothing behind. */
export async function saveSheet(
  kind: 'pdf' | 'png',
  content: SheetContent,
  maker: SheetMaker,
  { platform, notify, texts }: ActionContext,
): Promise<void> {
  const { t } = texts
  const { paper, scale } = content.sheet
  printView.setState({ making: 0 })
  const output = kind === 'pdf' ? ({ kind } as const) : ({ kind, resolution: RESOLUTION[paper] } as const)
  const made = await maker.file(content, output, (share) => printView.setState({ making: share }))
  printView.setState({ making: null })
  if (!made.ok) {
    if (made.error === 'failed') notify({ tone: 'error', text: t('map-print.failed') })
    return
  }
  const name = fileNameFrom(t('map-print.file-name', { title: content.title, paper, scale: String(scale) }))
  const saved = await platform.saveFile({
    suggestedName: `${name}.${kind}`,
    filter: { name: t(`map-print.filter-${kind}`), extensions: [kind] },
    bytes: made.value,
  })
  if (!saved.ok) notify({ tone: 'error', text: t(`file.${saved.code}`) })
  else if (saved.value !== null) notify({ tone: 'ok', text: t('map-print.saved', { name: saved.value.name }) })
}
