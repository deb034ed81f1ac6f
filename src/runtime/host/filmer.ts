/**
 * Films on the device of the open graph, beside its session: documents of their own, compiled once, with a store of
 * their own. Whoever asks for a film pauses the paintings first, where it should have the device for itself, and
 * gives one frame after another.
 */
import type { GraphDocument } from '../../graph/document.ts';
import type { ImageFacts, Registry } from '../../graph/kind.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { compile } from '../compile/compile.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { Backend } from '../execute/backend.ts';
import type { HostTensor } from '../execute/resources.ts';
import { Film, type FilmGraph, filmHashes } from '../film/film.ts';
import type { Refuse } from '../session/open-graph.ts';
import { wholePart } from '../session/understood.ts';
import { type FilmRequest, filmReferences, type PaintedFrame } from './film-protocol.ts';
import type { Understand } from './host-options.ts';
import { type Pixels, pixelsOf } from './scale-down.ts';

export interface FilmSurroundings {
  readonly registry: Registry<LowerableKind>;
  readonly backend: Backend;
  readonly understand: Understand;
  /** Asked of every graph before it paints. */
  readonly refuse: Refuse;
}

export class Filmer {
  #film: Film | undefined;
  #abort = new AbortController();
  #atWork: Promise<unknown> = Promise.resolve();

  /** Begins a film, in the place of the one that may be there. */
  async open(request: FilmRequest, around: FilmSurroundings): Promise<Result<undefined>> {
    await this.close();
    const { first, next, output, optimiser, size, steadiness } = request;
    const graph = await compiled(first, [size.height, size.width], undefined, around);
    if (!graph.ok) return graph;
    this.#abort = new AbortController();
    this.#film = new Film({
      first: graph.value,
      ...(next && { next: shape => compiled(next, [size.height, size.width], shape, around) }),
      output,
      optimiser,
      steadiness,
      backend: around.backend,
    });
    return success(undefined);
  }

  /** Paints the next frame of the film. Frames are painted in the order in which they come. */
  paint(pixels: Pixels): Promise<Result<PaintedFrame>> {
    const painting = this.#atWork.then(async (): Promise<Result<PaintedFrame>> => {
      if (!this.#film) return failure(message('film.not-begun'));
      const begun = performance.now();
      const painted = await this.#film.paint(tensorOf(pixels), this.#abort.signal);
      if (!painted.ok) return failure(painted.reason.reason);
      const { picture, flicker } = painted.value;
      const drawn = pixelsOf(picture, Number.MAX_SAFE_INTEGER);
      const milliseconds = performance.now() - begun;
      return success({ pixels: drawn, milliseconds, ...(flicker && { flicker }) });
    });
    this.#atWork = painting.catch(() => undefined);
    return painting;
  }

  /** Resolves when nothing of a film is left on the device. */
  async close(): Promise<void> {
    this.#abort.abort();
    await this.#atWork;
    try {
      this.#film?.dispose();
    } catch {
      // A device that is gone has freed it already.
    }
    this.#film = undefined;
  }
}

/** @param painted The shape of what an optimiser has made of the frame before. */
async function compiled(
  document: GraphDocument,
  frame: readonly [height: number, width: number],
  painted: readonly number[] | undefined,
  { registry, understand, refuse }: FilmSurroundings,
): Promise<Result<FilmGraph>> {
  const facts = (hash: string, [height = 1, width = 1]: readonly number[]): ImageFacts => ({
    hash,
    height,
    width,
  });
  const understood = await understand(document, {
    [filmReferences.frame]: facts(filmHashes.frame, frame),
    ...(painted && {
      [filmReferences.last]: facts(filmHashes.last, painted),
      [filmReferences.sound]: facts(filmHashes.sound, painted),
    }),
  });
  const [wrong] = understood.examination.problems.filter(({ severity }) => severity === 'error');
  if (wrong) return failure(wrong.reason);
  const validated = wholePart(understood);
  const plan = compile(validated, registry, understood.facts);
  if (!plan.ok) return failure(plan.reason[0]?.reason ?? message('film.no-picture'));
  const refusal = refuse({ validated, plan: plan.value, facts: understood.facts });
  if (refusal) return failure(refusal.reason);
  return success({ plan: plan.value, params: validated.params, resources: understood.resources });
}

/** Red, green and blue from 0 to 1, of what is not transparent. */
function tensorOf({ width, height, rgba }: Pixels): HostTensor {
  const data = new Float32Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    for (let c = 0; c < 3; c++) data[3 * at + c] = (rgba[4 * at + c] ?? 0) / 255;
  }
  return { shape: [height, width, 3], data };
}
