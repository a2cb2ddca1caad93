import type { Picture } from './Scene.ts'

const images = new Map<string, HTMLImageElement | null>()

/** The picture, once it is decoded; null until then, when `onReady` is called. */
export function pictureImage(picture: Picture, onReady: () => void): HTMLImageElement | null {
  const known = images.get(picture.key)
  if (known !== undefined) return known
  images.set(picture.key, null)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(picture.svg)}`
  image.decode().then(
    () => {
      images.set(picture.key, image)
      onReady()
    },
    () => undefined,
  )
  return null
}
