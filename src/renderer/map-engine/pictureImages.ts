import type { MapInks } from './MapInks.ts'
import { type Picture, withColours } from './Scene.ts'

const images = new Map<string, HTMLImageElement | null>()

/** The picture in the colours of the theme, once it is decoded; null until then, when `onReady` is called. */
export function pictureImage(picture: Picture, inks: MapInks, onReady: () => void): HTMLImageElement | null {
  const key = `${inks.theme} ${picture.key}`
  const known = images.get(key)
  if (known !== undefined) return known
  images.set(key, null)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(withColours(picture.svg, (token) => inks.of(token)))}`
  image.decode().then(
    () => {
      images.set(key, image)
      onReady()
    },
    () => undefined,
  )
  return null
}
