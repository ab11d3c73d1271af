// Keeps the resident's pages at hand when the line is not. Pages are fetched anew whenever they can be; files with a
// hash in their name never change. The API and the desk are none of its business.
const SHELL = 'whistle-shell-1';
const ASSETS = 'whistle-assets-1';
const ASSETS_MAX = 120;
const OTHERS = /^\/(desk|api|docs|openapi\.json|healthz|readyz|metrics)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.add('/'))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const old = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name !== SHELL && name !== ASSETS).map((name) => caches.delete(name)));
  };
  event.waitUntil(old().then(() => self.clients.claim()));
});

/** The page of the service, and the one that was kept when there is no line. */
async function page(request) {
  try {
    const answer = await fetch(request);
    const html = (answer.headers.get('content-type') ?? '').startsWith('text/html');
    if (answer.ok && html) await (await caches.open(SHELL)).put('/', answer.clone());
    return answer;
  } catch (error) {
    const kept = await caches.match('/');
    if (kept) return kept;
    throw error;
  }
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(request, answer.clone());
  return answer;
}

async function keep(request, answer) {
  const cache = await caches.open(ASSETS);
  await cache.put(request, answer);
  const names = await cache.keys();
  // The oldest are those of versions before.
  await Promise.all(names.slice(0, Math.max(0, names.length - ASSETS_MAX)).map((name) => cache.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || OTHERS.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
});

// What was fetched before there was anybody to keep it.
self.addEventListener('message', (event) => {
  if (!Array.isArray(event.data)) return;
  const addresses = event.data.filter((address) => new URL(address).origin === self.location.origin);
  event.waitUntil(Promise.all(addresses.map((address) => asset(new Request(address)).catch(() => undefined))));
});
