/** All pictures that the page watches: what is painted, what an output shows, what a node gives. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Backend } from '../execute/backend.ts';
import type { Session } from '../session/session.ts';
import { drawnBy } from './drawn.ts';
import { type Picture, PictureStream } from './picture-stream.ts';
import { Previews } from './previews.ts';
import type { Frame, Wanted, Watching } from './protocol.ts';

export class PagePictures {
  readonly stream: PictureStream;
  readonly #previews: Previews;

  /** @param atRest The picture of `node` as it is; undefined where another comes by itself. */
  constructor(
    send: (frame: Frame) => void,
    atRest: (node: NodeId, previews: Previews, wanted: Watching) => Promise<Picture | undefined> | undefined,
  ) {
    this.stream = new PictureStream({
      send,
      atRest: (node, wanted) => atRest(node, this.#previews, wanted),
    });
    this.#previews = new Previews(node => this.stream.moved(node));
  }

  watch(wanted: Wanted): void {
    const watching = Object.fromEntries(
      Object.entries(wanted).map(([node, wish]) => [node, typeof wish === 'number' ? { size: wish } : wish]),
    );
    this.#previews.watch(watching);
    this.stream.watch(watching);
  }

  /** Shows a picture that is painted as the device draws it. False where it is to be read back. */
  show(node: NodeId, iteration: number, picture: TensorInfo, backend: Backend | undefined): boolean {
    if (!backend?.draw) return false;
    const longest = this.stream.sizeOf(node);
    // Nobody looks.
    if (longest === undefined) return true;
    const drawn = drawnBy(backend, picture, longest);
    if (drawn) this.stream.offer(node, { iteration, ...drawn });
    return drawn !== undefined;
  }

  /** Something may have been computed. */
  look(session: Session): void {
    this.#previews.look(session);
  }
}
