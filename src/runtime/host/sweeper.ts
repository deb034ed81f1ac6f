/**
 * Sweeps on the device of the open graph, beside its session: each cell is painted from its own document, none
 * of it goes into the session's cache, and what cells have in common is computed once. Whoever asks for a
 * sweep pauses the paintings first, where it should have the device for itself.
 */
import type { GraphDocument } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import type { Checked, Problem } from '../../graph/problem.ts';
import { type Result, success } from '../../language/result.ts';
import { compile } from '../compile/compile.ts';
import { forecast } from '../compile/forecast.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { Backend } from '../execute/backend.ts';
import { TensorStore } from '../execute/store.ts';
import { untilLost } from '../execute/until-lost.ts';
import type { Refuse } from '../session/open-graph.ts';
import { wholePart } from '../session/understood.ts';
import { gridOf } from '../sweep/grid.ts';
import { coarseToFine } from '../sweep/order.ts';
import { type Paintable, type Reading, type SweepEvent, sweep } from '../sweep/sweep.ts';
import type { Understand } from './host-options.ts';
import { pixelsOf } from './scale-down.ts';
import type { CellPicture, SweepEnd, SweepNews, SweepRequest } from './sweep-protocol.ts';

export interface SweepSurroundings {
  readonly registry: Registry<LowerableKind>;
  readonly backend: Backend;
  readonly understand: Understand;
  /** Asked of every cell before it is painted. */
  readonly refuse: Refuse;
  /** Bytes that the plan of a cell should do with. */
  readonly memory?: number | undefined;
  /** Bytes that are taken by others. */
  readonly taken: () => number;
  readonly tell: (sweep: number, news: SweepNews) => void;
}

type Lost = Extract<SweepEnd, { readonly type: 'failed' }>;

/** Milliseconds between two pictures of a cell on its way. */
const pace = 250;

export class Sweeper {
  #underWay: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined;

  /** Begins a sweep, in the place of the one that may be under way. What comes of it is told. */
  begin(request: SweepRequest, around: SweepSurroundings): Result<undefined> {
    const grid = gridOf(request.axes);
    if (!grid.ok) return grid;
    const before = this.stop();
    const abort = new AbortController();
    const ended = before.then(() => this.#run(request, around, abort.signal));
    this.#underWay = { abort, ended };
    return success(undefined);
  }

  /** Resolves when nothing of a sweep is left on the device. */
  async stop(): Promise<void> {
    this.#underWay?.abort.abort();
    await this.#underWay?.ended;
  }

  async #run(request: SweepRequest, around: SweepSurroundings, signal: AbortSignal): Promise<void> {
    const { document, axes, pictureSize, number } = request;
    const { registry, backend, tell } = around;
    const store = new TensorStore();
    const readings = new Map<string, Reading>();
    let end: SweepEnd = { type: 'finished' };
    let shownAt = performance.now();
    const isDue = () => performance.now() - shownAt >= pace;
    const grid = gridOf(axes);
    const events = sweep({
      document,
      registry,
      cells: grid.ok ? coarseToFine(grid.value, grid.value.cells) : [],
      store,
      signal,
      ahead: aheadOn(backend),
      wantsPicture: isDue,
      compile: async varied => paintable(varied, around),
    });
    try {
      const alive = untilLost<SweepEvent | Lost>(events, backend, reason => ({ type: 'failed', reason }));
      for await (const event of alive) {
        if ('reason' in event) end = event;
        else if (event.type === 'stopped') end = { type: 'stopped' };
        else {
          if (event.type === 'iteration') readings.set(event.cell.name, event.reading);
          for (const news of newsOf(event, readings.get(event.cell.name), pictureSize)) tell(number, news);
          if (event.type === 'picture') shownAt = performance.now();
        }
      }
    } finally {
      dispose(store);
      tell(number, { type: 'ended', end });
    }
  }
}

/** On a GPU the next iterations are under way while the loss of one is read back. */
const aheadOn = ({ name }: Backend): number => (name === 'webgpu' ? 2 : 0);

async function paintable(
  document: GraphDocument,
  { registry, backend, understand, refuse, memory, taken }: SweepSurroundings,
): Promise<Checked<Paintable>> {
  const understood = await understand(document);
  const { facts, resources, examination } = understood;
  const wrong = examination.problems.filter(({ severity }) => severity === 'error');
  const validated = wholePart(understood);
  const compiled = compile(validated, registry, facts, { memory, ahead: aheadOn(backend) });
  if (!compiled.ok) return { ok: false, reason: wrong.length > 0 ? wrong : compiled.reason };
  const plan = compiled.value;
  // A part that is still being wired matters only where it leads to what is to be seen.
  if (plan.outputs.length === 0 && wrong.length > 0) return { ok: false, reason: wrong };
  const refusal = refuse({ validated, plan, facts });
  if (refusal) return { ok: false, reason: [refusal] };
  const free = backend.memoryLimit - taken() - forecast(plan, aheadOn(backend)).heapBytes;
  return success({ plan, params: validated.params, resources, spareBytes: Math.max(0, free / 2) });
}

function newsOf(
  event: Exclude<SweepEvent, { readonly type: 'stopped' }>,
  reading: Reading | undefined,
  size: number,
): readonly SweepNews[] {
  const cell = event.cell.name;
  const loss = reading && { loss: reading.total };
  switch (event.type) {
    case 'begun':
      return [{ type: 'begun', cell }];
    case 'picture': {
      const { iteration, picture } = event;
      const iterations = reading?.iterations ?? iteration;
      return [{ type: 'picture', cell, iterations, iteration, picture: pixelsOf(picture, size), ...loss }];
    }
    case 'finished': {
      const [output] = event.outputs;
      const shown: CellPicture | undefined = output && {
        picture: pixelsOf(output.picture, size),
        iteration: event.readings.at(-1)?.iteration ?? 0,
        ...loss,
      };
      return shown ? [{ type: 'finished', cell, ...shown }] : [{ type: 'failed', cell, problems: [] }];
    }
    case 'failed': {
      const problems: readonly Problem[] = event.problems;
      return [{ type: 'failed', cell, problems }];
    }
    case 'iteration':
    case 'skipped':
      return [];
  }
}

/** A device that is gone has freed it already. */
function dispose(store: TensorStore): void {
  try {
    store.dispose();
  } catch {}
}
