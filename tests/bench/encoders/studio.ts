/**
 * Where graphs are painted and measured, the way the command line does it: a document and where its pictures
 * and encoders come from go in, events come out. Encoders are opened once; a painted picture can be hung, to be
 * looked at by another graph.
 */
import type { EncoderPack } from '../../../models/encoder-pack.ts';
import {
  type Backend,
  type DecodedImage,
  type GraphDocument,
  type HostTensor,
  type PaintEvent,
  problemText,
  type RenderEvent,
  type Result,
  renderGraph,
  type Sources,
  say,
} from '../../../src/index.ts';
import { type PaintingOrder, paintingGraph } from './painting-graph.ts';

/** The balanced style loss of each layer, before its weight. */
export type StyleLosses = Readonly<Record<string, number>>;

export type Iteration = Extract<PaintEvent, { type: 'iteration' }>;

export class Studio implements Sources {
  readonly backend: Backend;
  readonly #sources: Sources;
  readonly #hung = new Map<string, DecodedImage>();
  readonly #encoders = new Map<string, Promise<Result<EncoderPack>>>();

  constructor(backend: Backend, sources: Sources) {
    this.backend = backend;
    this.#sources = sources;
  }

  async image(reference: string): Promise<Result<DecodedImage>> {
    const hung = this.#hung.get(reference);
    return hung ? { ok: true, value: hung } : this.#sources.image(reference);
  }

  encoder(reference: string): Promise<Result<EncoderPack>> {
    const opened = this.#encoders.get(reference) ?? this.#sources.encoder(reference);
    this.#encoders.set(reference, opened);
    return opened;
  }

  network(reference: string) {
    return this.#sources.network(reference);
  }

  /** Everything that happens while `document` is painted; a problem is thrown, in words. */
  async *events(document: GraphDocument): AsyncGenerator<RenderEvent, void> {
    for await (const event of renderGraph(document, { sources: this, backend: this.backend })) {
      if (event.type === 'refused') throw new Error(event.problems.map(inWords).join('\n'));
      if (event.type === 'failed') throw new Error(inWords(event.problem));
      yield event;
    }
  }

  /** The picture after the last iteration. */
  async paint(order: PaintingOrder, see: (iteration: Iteration) => void = () => {}): Promise<HostTensor> {
    for await (const event of this.events(paintingGraph(order))) {
      if (event.type === 'iteration') see(event);
      if (event.type === 'output') return event.picture;
    }
    throw new Error('The graph gave no picture.');
  }

  /**
   * How far the style of `picture`, or of the order's content where none is given, is from the order's style, seen
   * by the order's encoder.
   */
  async styleLosses(order: PaintingOrder, picture?: HostTensor): Promise<StyleLosses> {
    // The terms of an iteration are those of the picture that it starts from.
    const content = picture ? this.#hang(picture) : order.content;
    for await (const event of this.events(paintingGraph({ ...order, content, iterations: 1 }))) {
      if (event.type !== 'iteration') continue;
      const ofStyle = event.terms.flatMap(({ name, value }): [string, number][] => {
        const [slot, layer] = name.split('/');
        return slot === 'style' && layer ? [[layer, value]] : [];
      });
      return Object.fromEntries(ofStyle);
    }
    throw new Error('The graph gave no iteration.');
  }

  #hang({ shape: [height = 0, width = 0], data }: HostTensor): string {
    const reference = 'file:painted';
    this.#hung.set(reference, { shape: [height, width, 3], data });
    return reference;
  }
}

const inWords = (problem: Parameters<typeof problemText>[0]): string => say(problemText(problem));
