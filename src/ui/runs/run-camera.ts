/** Takes pictures of what is being painted: a small one for the list, and one that is large enough to compare. */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { drawFrame, watchFrames } from '../painting/frames.ts';
import { shownNode } from '../painting/shown-node.ts';

/** Pixels of the longer side. */
const sizes = { picture: 512, thumbnail: 160 };

export interface Photograph {
  readonly picture: Blob;
  readonly thumbnail: Blob;
}

export class RunCamera {
  readonly #canvas = document.createElement('canvas');
  #node: NodeId | undefined;
  #stop: (() => void) | undefined;
  #hasPicture = false;

  /** Looks at what `graph` shows. */
  follow(graph: GraphDocument): void {
    const node = pictureNode(graph);
    if (node === this.#node) return;
    this.#stop?.();
    this.#node = node;
    this.#stop =
      node === undefined
        ? undefined
        : watchFrames(node, sizes.picture, frame => {
            drawFrame(this.#canvas, frame);
            this.#hasPicture = true;
          });
  }

  /** What it sees is a picture of something else from here on. */
  forget(): void {
    this.#hasPicture = false;
  }

  /** What it sees now; nothing where there is nothing to be seen yet. */
  async take(): Promise<Photograph | undefined> {
    if (!this.#hasPicture) return undefined;
    const [picture, thumbnail] = await Promise.all([
      webp(smaller(this.#canvas, sizes.picture), 0.92),
      webp(smaller(this.#canvas, sizes.thumbnail), 0.85),
    ]);
    return picture && thumbnail && { picture, thumbnail };
  }
}

/** The first output, else the first optimiser. */
export function pictureNode(graph: GraphDocument): NodeId | undefined {
  const first = (kind: string) => Object.keys(graph.nodes).find(id => graph.nodes[id]?.kind === kind);
  const output = first('output');
  return output === undefined ? first('optimiser') : shownNode(graph, output);
}

function smaller(canvas: HTMLCanvasElement, longest: number): HTMLCanvasElement {
  const factor = Math.min(1, longest / Math.max(canvas.width, canvas.height));
  const small = document.createElement('canvas');
  small.width = Math.max(1, Math.round(canvas.width * factor));
  small.height = Math.max(1, Math.round(canvas.height * factor));
  const context = small.getContext('2d');
  if (context) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(canvas, 0, 0, small.width, small.height);
  }
  return small;
}

/** As WebP, or as PNG where the browser writes no WebP. */
const webp = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | undefined> =>
  new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/webp', quality));
