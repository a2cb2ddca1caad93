import { formatDtg } from '../../../../domain/time/dtg.ts'
import { toInstant } from '../../../../domain/time/planTime.ts'
import type { ActionContext } from '../../../actions/Action.ts'
import { fileNameFrom } from '../../../platform/fileNameFrom.ts'
import { mapView } from '../mapView.ts'

/** Height of the strips that hold the marking, parts of the picture's width. */
const STRIP = 26

/** Saves what is on screen as a PNG, with the marking above and below it, the time and the notice on accuracy. */
export async function saveView({ session, platform, notify, texts }: ActionContext): Promise<void> {
  const { map } = mapView.getState()
  const { plan, time } = session.store.getState()
  if (map === null || plan === null) return
  const { t, language } = texts
  const { meta } = plan
  await map.whenDrawn()
  const picture = await createImageBitmap(await map.snapshot())
  const ratio = picture.width / map.view().size[0]
  const marking = [meta.marking.text, meta.exercise ? t('app.exercise') : ''].filter((part) => part !== '').join(' // ')
  const when = formatDtg(toInstant(time, meta.hHour), meta.timeZone, language)
  const canvas = withStrips(picture, ratio, {
    marking,
    head: `${meta.title} · ${when}`,
    foot: `${t('map-print.accuracy')} · ${t('map-print.sources')}`,
  })
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  const saved = await platform.saveFile({
    suggestedName: `${fileNameFrom(t('map-print.file-name-view', { title: meta.title }))}.png`,
    filter: { name: t('map-print.filter-png'), extensions: ['png'] },
    bytes,
  })
  if (!saved.ok) notify({ tone: 'error', text: t(`file.${saved.code}`) })
  else if (saved.value !== null) notify({ tone: 'ok', text: t('map-print.view-saved', { name: saved.value.name }) })
}

function withStrips(
  picture: ImageBitmap,
  ratio: number,
  { marking, head, foot }: { readonly marking: string; readonly head: string; readonly foot: string },
): OffscreenCanvas {
  const strip = Math.round(STRIP * ratio)
  const canvas = new OffscreenCanvas(picture.width, picture.height + 4 * strip)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas to draw on')
  const colour = (token: string): string => getComputedStyle(document.documentElement).getPropertyValue(token).trim()
  context.fillStyle = colour('--raised')
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 2 * strip)
  context.fillStyle = colour('--text')
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const line = (text: string, row: number, size: number, weight: number): void => {
    context.font = `${weight} ${size * ratio}px "Inter Variable", sans-serif`
    const room = canvas.width - 16 * ratio
    const squeeze = Math.min(1, room / context.measureText(text).width)
    context.font = `${weight} ${size * ratio * squeeze}px "Inter Variable", sans-serif`
    context.fillText(text, canvas.width / 2, row)
  }
  line(marking, strip / 2, 15, 600)
  line(head, 1.5 * strip, 13, 500)
  line(foot, canvas.height - 1.5 * strip, 11, 400)
  line(marking, canvas.height - strip / 2, 15, 600)
  return canvas
}
