/// <reference lib="dom" />
/**
 * Pictures on their way to the page, the newest wins. Of each picture that is watched one frame at most is
 * under way; until the page has taken it none is read back from the device, however fast the loop paints,
 * and nothing that happens here is waited for by the loop. What came by in between is skipped; when the page
 * is ready again it gets what the picture is then.
 */
import type { NodeId } from '../../graph/document.ts';
import type { HostTensor } from '../execute/resources.ts';
import { givingAway } from './port.ts';
import type { Frame, FrameCounts, Watching } from './protocol.ts';
import { type Pixels, pixelsOf } from './scale-down.ts';

export type Picture = {
  readonly iteration?: number | undefined;
  readonly entry?: string | undefined;
} & (
  | {
      readonly pixels: HostTensor;
      /** Where the pixels were made smaller already: how large the whole is. */
      readonly full?: Frame['full'];
    }
  /** Drawn by the device, as small as it is wanted; handed over. */
  | { readonly bitmap: ImageBitmap; readonly full: Frame['full'] }
);

export interface PictureStreamOptions {
  readonly send: (frame: Frame) => void;
  /** The picture of `node` as it is, where it is at rest; undefined where another comes by itself. */
  readonly atRest: (node: NodeId, wanted: Watching) => Promise<Picture | undefined> | undefined;
  /** How pixels are handed over. */
  readonly imageOf?: (pixels: Pixels) => Promise<Frame['image']> | Frame['image'];
}

/** A picture that is watched, or was when the frame that is under way was sent. */
interface Watched {
  /** Undefined when it is watched no more. */
  wanted: Watching | undefined;
  /** The number of the frame that is being made or was sent, and is not taken yet. */
  underWay: number | undefined;
  /** One is being read back. */
  reading: boolean;
  /** The newest that came while another was under way. */
  next: Picture | undefined;
  /** It is another than when the last frame was read, and none is on its way. */
  behind: boolean;
}

export class PictureStream {
  readonly #options: PictureStreamOptions;
  readonly #watched = new Map<NodeId, Watched>();
  #number = 0;
  readonly #counts = { passed: 0, sent: 0, skipped: 0 };

  constructor(options: PictureStreamOptions) {
    this.#options = options;
  }

  get counts(): FrameCounts {
    return { ...this.#counts };
  }

  /** What is watched from here on. What is new, or wanted in another size, is sent as soon as it can be. */
  watch(wanted: Readonly<Record<NodeId, Watching>>): void {
    for (const [node, watched] of this.#watched) {
      if (Object.hasOwn(wanted, node)) continue;
      watched.wanted = undefined;
      this.#overtake(watched);
      if (watched.underWay === undefined) this.#watched.delete(node);
    }
    for (const [node, wish] of Object.entries(wanted)) {
      const watched = this.#watched.get(node) ?? {
        wanted: undefined,
        underWay: undefined,
        reading: false,
        next: undefined,
        behind: false,
      };
      this.#watched.set(node, watched);
      if (isSame(watched.wanted, wish)) continue;
      watched.wanted = wish;
      this.moved(node);
    }
  }

  /** Whether the picture that comes by now should be read back. Whoever is told so offers it. */
  wants(node: NodeId): boolean {
    const watched = this.#watched.get(node);
    if (!watched?.wanted) return false;
    this.#counts.passed += 1;
    if (watched.underWay === undefined && !watched.reading) {
      watched.reading = true;
      watched.behind = false;
      return true;
    }
    this.#counts.skipped += 1;
    watched.behind = true;
    return false;
  }

  /** How large the longer side of what is shown of `node` may be; undefined where nobody looks. */
  sizeOf(node: NodeId): number | undefined {
    return this.#watched.get(node)?.wanted?.size;
  }

  /** A picture that was read back or drawn, whether it was asked for or not: the last of a painting, the last good one. */
  offer(node: NodeId, picture: Picture): void {
    const watched = this.#watched.get(node);
    if (!watched?.wanted) {
      close(picture);
      return;
    }
    if (!watched.reading) this.#counts.passed += 1;
    watched.reading = false;
    if (watched.underWay === undefined) {
      this.#send(node, watched, watched.wanted, picture);
      return;
    }
    this.#overtake(watched);
    watched.next = picture;
    watched.behind = false;
  }

  /** The picture has changed by something else than an iteration: gone back to, begun again. */
  moved(node: NodeId): void {
    const watched = this.#watched.get(node);
    if (!watched?.wanted) return;
    watched.behind = true;
    if (watched.underWay === undefined && !watched.reading) this.#catchUp(node, watched, watched.wanted);
  }

  /** The page has taken a frame, and may be sent another. */
  taken(frame: number): void {
    for (const [node, watched] of this.#watched) if (watched.underWay === frame) this.#free(node, watched);
  }

  /** What is being read back never comes: its device is gone. */
  forget(): void {
    for (const watched of this.#watched.values()) {
      if (watched.reading) this.#counts.skipped += 1;
      watched.reading = false;
    }
  }

  #free(node: NodeId, watched: Watched): void {
    const { next, wanted } = watched;
    watched.underWay = undefined;
    watched.next = undefined;
    if (!wanted) this.#watched.delete(node);
    else if (next) this.#send(node, watched, wanted, next);
    else if (watched.behind && !watched.reading) this.#catchUp(node, watched, wanted);
  }

  #catchUp(node: NodeId, watched: Watched, wanted: Watching): void {
    const reading = this.#options.atRest(node, wanted);
    if (!reading) return;
    this.#counts.passed += 1;
    watched.reading = true;
    watched.behind = false;
    const unread = () => {
      if (watched.reading) this.#counts.skipped += 1;
      watched.reading = false;
    };
    reading.then(picture => (picture ? this.offer(node, picture) : unread()), unread);
  }

  async #send(node: NodeId, watched: Watched, { size }: Watching, picture: Picture) {
    const { iteration, entry } = picture;
    this.#number += 1;
    const number = this.#number;
    watched.underWay = number;
    try {
      const frame: Frame = {
        number,
        node,
        ...(iteration !== undefined && { iteration }),
        ...(entry !== undefined && { entry }),
        ...(await this.#shown(picture, size)),
      };
      const { image } = frame;
      this.#counts.sent += 1;
      this.#options.send(givingAway(frame, ['buffer' in image ? image.buffer : image]));
    } catch {
      // No room for a bitmap: the painting goes on without this one.
      this.#counts.skipped += 1;
      watched.underWay = undefined;
    }
  }

  async #shown(picture: Picture, size: number): Promise<Pick<Frame, 'full' | 'width' | 'height' | 'image'>> {
    if ('bitmap' in picture) {
      const { bitmap, full } = picture;
      return { full, width: bitmap.width, height: bitmap.height, image: bitmap };
    }
    const [height = 0, width = 0] = picture.pixels.shape;
    const scaled = pixelsOf(picture.pixels, size);
    const image = await (this.#options.imageOf ?? imageOf)(scaled);
    return { full: picture.full ?? { width, height }, width: scaled.width, height: scaled.height, image };
  }

  #overtake(watched: Watched): void {
    if (watched.next) this.#counts.skipped += 1;
    if (watched.next) close(watched.next);
    watched.next = undefined;
  }
}

function close(picture: Picture): void {
  if ('bitmap' in picture) picture.bitmap.close();
}

const isSame = (before: Watching | undefined, { size, entry, view }: Watching): boolean =>
  before?.size === size && before.entry === entry && before.view === view;

/** A bitmap, which a page draws without touching a pixel; the bytes where there are none. */
const imageOf = ({ width, height, rgba }: Pixels): Promise<Frame['image']> | Frame['image'] =>
  typeof createImageBitmap === 'function' && typeof ImageData === 'function'
    ? createImageBitmap(new ImageData(rgba, width, height))
    : rgba;
