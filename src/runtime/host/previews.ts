/** Nodes that neither paint nor are outputs and are watched: shown again whenever what they hold is another. */
import type { NodeId } from '../../graph/document.ts';
import type { Session } from '../session/session.ts';
import { drawPreview } from './draw-preview.ts';
import type { Picture } from './picture-stream.ts';
import type { Watching } from './protocol.ts';

/** No map or matrix is drawn larger, in pixels. A picture is, for whoever looks at it closely. */
const largest = 256;

export class Previews {
  readonly #moved: (node: NodeId) => void;
  readonly #shown = new Map<NodeId, string>();
  #wanted: Readonly<Record<NodeId, Watching>> = {};

  /** @param moved Told of a node that has something else to show. */
  constructor(moved: (node: NodeId) => void) {
    this.#moved = moved;
  }

  watch(wanted: Readonly<Record<NodeId, Watching>>): void {
    this.#wanted = wanted;
    for (const node of this.#shown.keys()) if (!Object.hasOwn(wanted, node)) this.#shown.delete(node);
  }

  /** Something may have been computed. */
  look(session: Session): void {
    for (const [node, wish] of Object.entries(this.#wanted)) {
      const now = session.runs.has(node) ? undefined : session.preview(node, wish)?.key;
      if (now !== undefined && now !== this.#shown.get(node)) this.#moved(node);
    }
  }

  async picture(node: NodeId, wish: Watching, session: Session): Promise<Picture | undefined> {
    const preview = session.preview(node, wish);
    if (!preview) return undefined;
    this.#shown.set(node, preview.key);
    try {
      const read = await preview.read();
      const [height = 0, width = 0] = read.numbers.shape;
      const { entry } = preview;
      const size = read.look === 'image' ? wish.size : Math.min(wish.size, largest);
      return { pixels: drawPreview(read, size), full: { height, width }, entry };
    } catch {
      this.#shown.delete(node);
      return undefined;
    }
  }
}
