import milsymbol from 'milsymbol'
import { expect, test } from 'vitest'
import { svgPicture } from './svgPicture.ts'

const half = (text: string): number => text.length / 2

test('transforms, inheritance and the view box are worked in', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 100 50">
    <g transform="translate(10,20) scale(2)" stroke="red" stroke-width="3" fill="none" opacity="0.5">
      <path d="M0 0L5 5"/><circle cx="1" cy="2" r="4" fill="rgb(0, 128,255)"/></g></svg>`
  const { width, height, marks } = svgPicture(svg, half)
  expect([width, height]).toEqual([100, 50])
  const [line, circle] = marks
  expect(line).toMatchObject({
    outline: { ops: 'ML', xy: [0, 0, 10, 10] },
    fill: null,
    pen: { color: '#ff0000', width: 6, opacity: 0.5 },
  })
  expect(circle).toMatchObject({ outline: { ops: 'MCCCCZ' }, fill: { color: '#0080ff', opacity: 0.5 } })
})

test('text stands where its anchor says, with its entities read', () => {
  const svg =
    '<svg width="10" height="10"><text x="8" y="9" text-anchor="end" font-size="4" font-weight="bold" fill="black">A&lt;1</text></svg>'
  expect(svgPicture(svg, half).marks).toEqual([
    { kind: 'text', text: 'A<1', x: 8 - 6, y: 9, angle: 0, size: 4, isStrong: true, color: '#000000', halo: 0 },
  ])
})

test('scripts, styles and references draw nothing', () => {
  const svg =
    '<svg width="9" height="9"><script>alert(1)</script><style>*{fill:red}</style><use href="#a"/><image href="http://x/y.png"/></svg>'
  expect(svgPicture(svg, half).marks).toEqual([])
})

test('symbols of the standard come whole: frame, icon, echelon, designation', () => {
  const symbol = new milsymbol.Symbol('10031000151211004640', { size: 30, uniqueDesignation: '31 BIM' })
  const { marks, width, height } = svgPicture(symbol.asSVG(), half)
  expect(marks.length).toBeGreaterThan(4)
  expect(marks.some((mark) => mark.kind === 'text' && mark.text === '31 BIM')).toBe(true)
  for (const mark of marks) {
    if (mark.kind !== 'path') continue
    for (let i = 0; i < mark.outline.xy.length; i += 2) {
      expect(mark.outline.xy[i]).toBeGreaterThan(-1)
      expect(mark.outline.xy[i]).toBeLessThan(width + 1)
      expect(mark.outline.xy[i + 1]).toBeLessThan(height + 1)
    }
  }
})
