import type { VallesBridge } from '../../contract/VallesBridge.ts'
import { createDesktopPlatform } from './desktopPlatform.ts'
import type { Platform } from './Platform.ts'
import { createWebPlatform } from './webPlatform.ts'

declare global {
  interface Window {
    /** Put there by the preload script; a browser has none. */
    readonly valles?: VallesBridge
  }
}

/** The platform of this page. Called once, by the composition root. */
export function choosePlatform(): Platform {
  return window.valles === undefined ? createWebPlatform() : createDesktopPlatform(window.valles)
}
