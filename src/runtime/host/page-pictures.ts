/** All pictures that the page watches: what is painted, what an output shows, what a node gives. */
import type { NodeId } from '../../graph/document.ts';
import type { Session } from '../session/session.ts';
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

  /** Something may have been computed. */
  look(session: Session): void {
    this.#previews.look(session);
  }
}
