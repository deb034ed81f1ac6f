/**
 * One tab at a time works on a document. Whoever works holds a lock of the browser, which ends with the tab,
 * however that ends. A tab that wants the document asks for it; the one that has it saves, and lets go.
 */
import { randomId } from './random-id.ts';

export interface Hold {
  /** Lets go. */
  release(): void;
}

type Asked = { readonly type: 'wanted'; readonly document: string; readonly by: string };

const me = randomId();
const lockName = (document: string): string => `gramarye.document.${document}`;
const channel = globalThis.BroadcastChannel && new BroadcastChannel('gramarye.documents');

/** A page that was just reloaded may not have let go of its lock yet. */
const patience = 700;
/** Milliseconds for another tab to save and let go. One that does not answer is hung, or gone to sleep. */
const patienceWithOthers = 4_000;

/** Takes the lock, or gives undefined where another tab has it. @param lost The lock was taken away. */
export function hold(document: string, lost: () => void): Promise<Hold | undefined> {
  return request(document, lost, patience);
}

/** Asks whoever has the document to let go of it, and takes it in any case. */
export async function takeOver(document: string, lost: () => void): Promise<Hold | undefined> {
  channel?.postMessage({ type: 'wanted', document, by: me } satisfies Asked);
  return (await request(document, lost, patienceWithOthers)) ?? request(document, lost, 'steal');
}

/** Calls `listener` when another tab wants the document. @returns what ends that. */
export function onWanted(document: string, listener: () => void): () => void {
  const heard = ({ data }: MessageEvent<Asked>) => {
    if (data.type === 'wanted' && data.document === document && data.by !== me) listener();
  };
  channel?.addEventListener('message', heard);
  return () => channel?.removeEventListener('message', heard);
}

function request(document: string, lost: () => void, wait: number | 'steal'): Promise<Hold | undefined> {
  const { locks } = navigator;
  // Without locks, what is written still never overwrites what another tab has written: the shelf sees to that.
  if (!locks) return Promise.resolve({ release() {} });
  return new Promise(resolve => {
    let isHeld = false;
    const options: LockOptions = wait === 'steal' ? { steal: true } : { signal: AbortSignal.timeout(wait) };
    locks
      .request(
        lockName(document),
        options,
        () =>
          new Promise<void>(release => {
            isHeld = true;
            resolve({ release });
          }),
      )
      .catch(() => (isHeld ? lost() : resolve(undefined)));
  });
}
