/** Makes the web edition start without its server. The worker itself is `web/serviceWorker.js`. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker
    .register('./sw.js')
    .catch((error: unknown) => console.error('the web edition will need its server:', error))
}
