import { type PDFDict, PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import type { Drawing } from './Drawing.ts'
import { embedRaster } from './embedRaster.ts'
import { PdfFont } from './PdfFont.ts'
import { PdfInk, pdfNumber as n } from './PdfInk.ts'
import type { SheetFonts } from './TextSetter.ts'

const POINTS_PER_MM = 72 / 25.4

export interface PdfFacts {
  readonly title: string
  readonly subject: string
  readonly language: string
  /** Stands in the file as the time of its making, so that equal sheets are equal files. */
  readonly instant: number
}

/**
 * A drawing as a PDF of one page: paths, letters of an embedded font, each picture once. Layers with a name can be
 * switched by the reader. Equal drawings give equal bytes.
 */
export async function writeSheetPdf(drawing: Drawing, fonts: SheetFonts, facts: PdfFacts): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context } = document
  const made = new Date(facts.instant)
  document.setTitle(facts.title, { showInWindowTitleBar: true })
  document.setSubject(facts.subject)
  document.setLanguage(facts.language)
  document.setCreator('Valles')
  document.setProducer('Valles (pdf-lib)')
  document.setCreationDate(made)
  document.setModificationDate(made)
  const page = document.addPage([drawing.width * POINTS_PER_MM, drawing.height * POINTS_PER_MM])

  const ink = new PdfInk({
    regular: new PdfFont(fonts.regular, 'Inter-Regular'),
    strong: new PdfFont(fonts.strong, 'Inter-SemiBold'),
  })
  const pictureNames = new Map([...drawing.pictures.keys()].map((key, i) => [key, `P${i}`]))
  const layerNames = [...new Set(drawing.layers.map(({ name }) => name))]
  const content = [
    `${POINTS_PER_MM} 0 0 ${-POINTS_PER_MM} 0 ${drawing.height * POINTS_PER_MM} cm 1 j 1 J`,
    ...drawing.layers.map(({ name, clip, marks }) => {
      const drawn = marks.map((mark) => ink.mark(mark, drawing.pictures, pictureNames)).join('\n')
      const clipped = clip === null ? '' : `${n(clip.x)} ${n(clip.y)} ${n(clip.width)} ${n(clip.height)} re W n `
      return `/OC /L${layerNames.indexOf(name)} BDC q ${clipped}\n${drawn}\nQ EMC`
    }),
  ].join('\n')

  const pictures = new Map(
    [...drawing.pictures].map(([key, picture]) => [pictureNames.get(key) ?? '', ink.picture(picture)]),
  )
  const groups = layerNames.map((name) =>
    context.register(context.obj({ Type: 'OCG', Name: PDFHexString.fromText(name) })),
  )
  document.catalog.set(
    PDFName.of('OCProperties'),
    context.obj({ OCGs: groups, D: { Order: groups, ON: groups, Name: PDFHexString.fromText('Valles') } }),
  )
  const fontRefs = { F0: ink.fonts.regular.embed(context), F1: ink.fonts.strong.embed(context) }
  const states = ink.states(context)
  const resources = (): PDFDict => context.obj({ Font: fontRefs, ExtGState: states })
  const objects: Record<string, PDFRef> = {}
  for (const [name, { stream, box }] of pictures) {
    const form = context.flateStream(stream, { Type: 'XObject', Subtype: 'Form', BBox: box, Resources: resources() })
    objects[name] = context.register(form)
  }
  for (const [i, raster] of drawing.rasters.entries()) objects[`R${i}`] = embedRaster(raster, context)
  const pageResources = resources()
  pageResources.set(PDFName.of('XObject'), context.obj(objects))
  pageResources.set(PDFName.of('Properties'), context.obj(Object.fromEntries(groups.map((ref, i) => [`L${i}`, ref]))))
  page.node.set(PDFName.of('Resources'), pageResources)
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}
