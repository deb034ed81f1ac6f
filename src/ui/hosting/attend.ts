/**
 * The page's side of its service worker: it is registered on every host but the person's own machine, where the
 * server is there whenever the page is, and a build that was kept would hide the one that was just made.
 */
import { message } from '../../language/message.ts';
import { note } from '../state/notices.ts';

/** Has the page kept for visits without a network, and isolated where the host does not do that. */
export function attendHosting(): void {
  const workers = navigator.serviceWorker;
  if (!workers || location.hostname === 'localhost') return;
  reloadOnceIsolated(workers);
  // Some browsers refuse in private windows or within another site's page. What is lost is no more than the above.
  workers.register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' }).then(
    registration => {
      watchForNewer(workers, registration);
      keepWhenLoaded(workers);
    },
    () => undefined,
  );
}

/**
 * On a first visit the page came without the headers that its worker adds from then on. It is loaded again as soon
 * as the worker is there, unless the person has begun to do something; then the next visit will be isolated.
 */
function reloadOnceIsolated(workers: ServiceWorkerContainer): void {
  const isWithinAnother = window.parent !== window;
  if (crossOriginIsolated || workers.controller || isWithinAnother) return;
  let hasBegun = false;
  const begins = ['pointerdown', 'keydown', 'drop'] as const;
  for (const type of begins) addEventListener(type, () => (hasBegun = true), { once: true, capture: true });
  workers.addEventListener('controllerchange', () => hasBegun || location.reload(), { once: true });
}

/** All that ships is fetched only after what the page itself needs. */
function keepWhenLoaded(workers: ServiceWorkerContainer): void {
  const keep = async () => (await workers.ready).active?.postMessage('keep');
  if (document.readyState === 'complete') void keep();
  else addEventListener('load', () => void keep(), { once: true });
}

/** A newer build has been kept and waits: whether it is used now is for the person to say. */
function watchForNewer(workers: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void {
  const offer = (newer: ServiceWorker) => {
    if (newer.state !== 'installed' || !workers.controller) return;
    note(message('hosting.newer'), {
      label: message('hosting.reload'),
      run: () => {
        workers.addEventListener('controllerchange', () => location.reload(), { once: true });
        newer.postMessage('take-over');
      },
    });
  };
  const { waiting } = registration;
  if (waiting) offer(waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => offer(installing));
  });
}
