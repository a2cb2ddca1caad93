// The build puts PRECACHE before this text: { cache: name with a hash of all files, files: their addresses }.
// A new version waits until the last window of the old one is closed, so that no page mixes files of two versions.
/* global PRECACHE */

const fill = async () => {
  const cache = await caches.open(PRECACHE.cache)
  // Past the browser's own cache: a stale file must not enter under the new name.
  await cache.addAll(PRECACHE.files.map((file) => new Request(file, { cache: 'reload' })))
}

const takeOver = async () => {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== PRECACHE.cache).map((name) => caches.delete(name)))
  await self.clients.claim()
}

const answer = async (request) => {
  const cache = await caches.open(PRECACHE.cache)
  const wanted = request.mode === 'navigate' ? './index.html' : request
  return (await cache.match(wanted, { ignoreSearch: true })) ?? fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(fill()))
self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
self.addEventListener('fetch', (event) => {
  const isOwn = new URL(event.request.url).origin === self.location.origin
  if (event.request.method === 'GET' && isOwn) event.respondWith(answer(event.request))
})
