/// <reference lib="dom" />
/**
 * The page's service worker, a program of its own beside the page. It keeps everything that ships with the page,
 * so that the next visit needs no network, and it adds the headers that isolate the page, for hosts that cannot
 * be told to: shared memory between threads asks for them.
 *
 * It is at work before it has kept anything, so that a first visit is isolated at once; the page asks it to keep
 * the rest when it has loaded itself. A newer one keeps all of its files first, and then waits until no page of
 * the older one is open, or until a person says so: files of two builds never meet.
 */

/** What the build says of itself; `scripts/page/service-worker-plugin.ts` writes it. */
interface PageBuild {
  /** Another for any other content. */
  readonly version: string;
  /** Below the folder of this worker; the page itself is the empty name. */
  readonly files: readonly string[];
}

/** As much of a service worker's scope as is used here: the types around are those of a page. */
interface Scope {
  readonly pageBuild: PageBuild;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'message', listener: (event: Lasting & { readonly data: unknown }) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = globalThis as unknown as Scope;
const { version, files } = scope.pageBuild;
const known: ReadonlySet<string> = new Set(files);

/** A host may have many pages, whose caches are in one place. */
const ours = `gramarye ${scope.registration.scope} `;
const kept = (): Promise<Cache> => caches.open(ours + version);

scope.addEventListener('install', event =>
  event.waitUntil(scope.registration.active ? keepAll() : scope.skipWaiting()),
);

scope.addEventListener('activate', event => event.waitUntil(Promise.all([scope.clients.claim(), forget()])));

scope.addEventListener('message', event => {
  if (event.data === 'keep') event.waitUntil(keepAll());
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
});

scope.addEventListener('fetch', event => {
  const { request } = event;
  const isOurs = request.method === 'GET' && new URL(request.url).href.startsWith(scope.registration.scope);
  if (isOurs) event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const name = nameOf(request);
  if (!known.has(name)) return isolated(await fetch(request));
  const cache = await kept();
  const found = await cache.match(addressOf(name));
  if (found) return isolated(found);
  const response = await fetch(request);
  if (response.ok) await cache.put(addressOf(name), response.clone()).catch(() => undefined);
  return isolated(response);
}

/** Below the folder of this worker. What stands behind `?` is for the page alone. */
function nameOf({ url, mode }: Request): string {
  const { origin, pathname } = new URL(url);
  const name = (origin + pathname).slice(scope.registration.scope.length);
  return mode === 'navigate' && name === 'index.html' ? '' : name;
}

const addressOf = (name: string): string => new URL(name, scope.registration.scope).href;

/** Keeps what is not kept yet. Where one file cannot be had, the others are kept all the same. */
async function keepAll(): Promise<void> {
  const cache = await kept();
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = files.map(addressOf).filter(address => !there.has(address));
  // The page bears no version in its name, so a copy on the way may be old.
  const requests = missing.map(
    url => new Request(url, { cache: url === addressOf('') ? 'reload' : 'default' }),
  );
  const got = await Promise.allSettled(requests.map(request => cache.add(request)));
  const lost = got.find(({ status }) => status === 'rejected');
  if (lost?.status === 'rejected') throw lost.reason;
}

/** What older builds kept. */
async function forget(): Promise<void> {
  const names = (await caches.keys()).filter(name => name.startsWith(ours) && name !== ours + version);
  await Promise.all(names.map(name => caches.delete(name)));
}

/** The same, with what isolates a page, and lets it stand within pages that are isolated themselves. */
function isolated(response: Response): Response {
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
