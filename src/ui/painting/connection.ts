/**
 * The page's connection with the worker that paints: the open document goes there as it changes, and what the
 * worker tells becomes the painting's state. Loaded after the canvas is shown.
 */
import { Client } from '../../runtime/host/client.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { startPageWorker } from '../worker/start-page-worker.ts';
import { connectFrames } from './frames.ts';
import { takeEvent } from './take-event.ts';
import { traces } from './traces.ts';

let connected: Client | undefined;

/** The connection; undefined until it is made. */
export const client = (): Client | undefined => connected;

/** Starts the worker and gives it the open document, now and whenever it changes. */
export function connect(): Client {
  if (connected) return connected;
  const made = new Client({
    startWorker: startPageWorker,
    open: { backend: 'auto', base: document.baseURI },
  });
  connected = made;
  made.on(event => {
    traces.hear(event);
    usePainting.setState(state => takeEvent(state, event));
  });
  connectFrames(made);
  made.edit(openDocument());
  let isSending = false;
  useEditor.subscribe((state, before) => {
    if (state.history.document === before.history.document || isSending) return;
    isSending = true;
    // A node that is dragged changes the document with every move of the pointer; the newest state is all it takes.
    setTimeout(() => {
      isSending = false;
      made.edit(openDocument());
    });
  });
  return made;
}
