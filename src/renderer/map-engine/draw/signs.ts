import type { Tone } from '../Scene.ts'
import { fontOf, type Sprite, type Sprites, textWidth } from './sprites.ts'

const COUNT_STYLE = { size: 11, weight: 600, color: '--map-halo' } as const
const COUNT_HEIGHT = 15
const BADGE = 15

/** The number of a cluster's items, on a pill. */
export function countSign(sprites: Sprites, count: number): Sprite {
  const text = String(count)
  return sprites.kept(`count ${text}`, () => {
    const width = Math.max(COUNT_HEIGHT, Math.ceil(textWidth(text, COUNT_STYLE)) + 8) + 2
    return sprites.draw(width, COUNT_HEIGHT + 2, (context) => {
      context.fillStyle = sprites.inks.of('--map-halo')
      context.beginPath()
      context.roundRect(0, 0, width, COUNT_HEIGHT + 2, COUNT_HEIGHT / 2 + 1)
      context.fill()
      context.fillStyle = sprites.inks.of('--map-overlay')
      context.beginPath()
      context.roundRect(1, 1, width - 2, COUNT_HEIGHT, COUNT_HEIGHT / 2)
      context.fill()
      context.font = fontOf(COUNT_STYLE)
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.fillStyle = sprites.inks.of('--map-halo')
      context.fillText(text, width / 2, COUNT_HEIGHT / 2 + 1.5)
    })
  })
}

/** A finding's sign: each tone has a shape of its own, as the interface's icons have. */
export function badgeSign(sprites: Sprites, tone: Tone, text: string): Sprite {
  const shown = text.length <= 2 && text !== '' ? text : { error: '×', warning: '!', note: 'i' }[tone]
  return sprites.kept(`badge ${tone} ${shown}`, () =>
    sprites.draw(BADGE, BADGE, (context) => {
      const middle = BADGE / 2
      context.lineWidth = 1.5
      context.lineJoin = 'round'
      context.fillStyle = sprites.inks.of(`--${tone}`)
      context.strokeStyle = sprites.inks.of('--map-halo')
      context.beginPath()
      if (tone === 'warning') {
        context.moveTo(middle, 0.75)
        context.lineTo(BADGE - 0.75, BADGE - 1)
        context.lineTo(0.75, BADGE - 1)
        context.closePath()
      } else if (tone === 'error') context.arc(middle, middle, middle - 0.75, 0, 2 * Math.PI)
      else context.rect(1.5, 1.5, BADGE - 3, BADGE - 3)
      context.fill()
      context.stroke()
      context.font = fontOf({ size: 10, weight: 600, color: '--map-halo' })
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.fillStyle = sprites.inks.of('--map-halo')
      context.fillText(shown, middle, middle + (tone === 'warning' ? 2 : 0.5))
    }),
  )
}

/** A populated place: seats of departments are squares. */
export function townSign(sprites: Sprites, size: number, isSeat: boolean): Sprite {
  return sprites.kept(`town ${size} ${isSeat}`, () => {
    const box = size + 4
    return sprites.draw(box, box, (context) => {
      context.fillStyle = sprites.inks.of('--map-halo')
      context.strokeStyle = sprites.inks.of('--map-label')
      context.lineWidth = 1.25
      context.beginPath()
      if (isSeat) context.rect((box - size) / 2, (box - size) / 2, size, size)
      else context.arc(box / 2, box / 2, size / 2, 0, 2 * Math.PI)
      context.fill()
      context.stroke()
    })
  })
}

/** An airfield: a runway in a ring; a heliport has an H, a closed field an empty, dashed ring. */
export function airfieldSign(sprites: Sprites, kind: 'runway' | 'heliport' | 'closed'): Sprite {
  return sprites.kept(`airfield ${kind}`, () => {
    const box = 15
    return sprites.draw(box, box, (context) => {
      const ink = sprites.inks.of('--map-airfield')
      context.fillStyle = sprites.inks.of('--map-halo')
      context.strokeStyle = ink
      context.lineWidth = 1.25
      context.beginPath()
      context.arc(box / 2, box / 2, 5.5, 0, 2 * Math.PI)
      context.fill()
      if (kind === 'closed') context.setLineDash([2, 2])
      context.stroke()
      context.setLineDash([])
      if (kind === 'closed') return
      if (kind === 'heliport') {
        context.font = fontOf({ size: 8, weight: 600, color: '--map-airfield' })
        context.textAlign = 'center'
        context.textBaseline = 'middle'
        context.fillStyle = ink
        context.fillText('H', box / 2, box / 2 + 0.5)
        return
      }
      context.lineWidth = 2.25
      context.beginPath()
      context.moveTo(box / 2 - 3, box / 2 + 3)
      context.lineTo(box / 2 + 3, box / 2 - 3)
      context.stroke()
    })
  })
}
