/**
 * The service worker: keeps the files of the screens, so that they open at once and without a network. It keeps only
 * what is the same for everybody: files with a hash in their name and the one HTML file. Answers of the API never pass it.
 */
interface WorkEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends WorkEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: WorkEvent) => void): void;
  addEventListener(kind: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(kind: 'message', listener: (event: MessageEvent) => void): void;
}

const scope = self as unknown as WorkerScope;
/** Put in by the build: apps/inbox/build/shell-worker.ts. */
const { version, files } = JSON.parse('__SHELL__') as { version: string; files: string[] };
const PREFIX = 'wadah-shell-';
const PAGE = '/inbox/';
const ASSETS = '/inbox/assets/';
const own = () => caches.open(PREFIX + version);

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(PAGE)) return;
  if (pathname.startsWith(ASSETS)) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && !pathname.includes('.')) event.respondWith(page(event));
});

async function install(): Promise<void> {
  const cache = await own();
  const missing: string[] = [];
  for (const file of files) {
    const kept = await caches.match(file);
    if (kept) await cache.put(file, kept);
    else missing.push(file);
  }
  await cache.addAll([...missing, new Request(PAGE, { cache: 'reload' })]);
}

/** The version before stays: pages that are still open may ask for its parts. */
async function activate(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + version);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await own()).put(request, answer.clone());
  return answer;
}

async function page(event: RequestEvent): Promise<Response> {
  const kept = await (await own()).match(PAGE);
  if (!kept) return fetch(event.request);
  event.waitUntil(renewHeaders(kept.clone()).catch(() => undefined));
  return kept;
}

/** The page of the same build may come with another content security policy by now. */
async function renewHeaders(kept: Response): Promise<void> {
  const answer = await fetch(PAGE, { cache: 'no-cache' });
  if (answer.ok && (await answer.clone().text()) === (await kept.text()))
    await (await own()).put(PAGE, answer);
}
