/**
 * A sweep: the same graph painted once for each cell of a grid, every cell told as it comes. The cells share
 * one store, so what several of them compute once, above all targets, is computed once for all of them (rule
 * R2). Nothing else goes from one cell to the next: a cell painted alone gives the same picture, bit for bit
 * where the backend does (rule R9). A cell that fails says why, and the next one is painted.
 */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import type { Checked, Problem } from '../../graph/problem.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Plan } from '../compile/plan.ts';
import { type PaintEvent, type PaintOptions, paint } from '../execute/paint.ts';
import type { HostTensor, Resources } from '../execute/resources.ts';
import type { TensorStore } from '../execute/store.ts';
import type { Key } from '../ir/key.ts';
import { type Cell, documentAt } from './grid.ts';
import { keyOfPlan } from './plan-key.ts';
import { WarmTargets } from './warm-targets.ts';

/** A document that is ready to be painted. */
export interface Paintable {
  readonly plan: Plan;
  readonly params: ResolvedParameters;
  readonly resources: Resources;
  /** Bytes that targets of other cells may take up meanwhile. */
  readonly spareBytes: number;
}

export type Reading = Extract<PaintEvent, { type: 'iteration' }>;

export interface PaintedOutput {
  readonly node: NodeId;
  readonly picture: HostTensor;
}

export type SweepEvent =
  /** Painting begins; a cell that is failed or skipped beforehand has no such event. */
  | { readonly type: 'begun'; readonly cell: Cell; readonly key: Key; readonly plan: Plan }
  | { readonly type: 'skipped'; readonly cell: Cell; readonly key: Key }
  | { readonly type: 'iteration'; readonly cell: Cell; readonly reading: Reading }
  /** On the way, as asked for by `wantsPicture`. */
  | {
      readonly type: 'picture';
      readonly cell: Cell;
      readonly optimiser: NodeId;
      readonly iteration: number;
      readonly picture: HostTensor;
    }
  | {
      readonly type: 'finished';
      readonly cell: Cell;
      readonly key: Key;
      readonly outputs: readonly PaintedOutput[];
      /** The last iteration of each optimiser: its loss is that of the picture which that iteration began with. */
      readonly readings: readonly Reading[];
    }
  | {
      readonly type: 'failed';
      readonly cell: Cell;
      /** Absent where it never became a plan. */
      readonly key?: Key;
      readonly problems: readonly Problem[];
      readonly lastGood?: { readonly iteration: number; readonly picture: HostTensor };
    }
  /** Before the cell that was under way, if one was, had its picture. */
  | { readonly type: 'stopped' };

export interface SweepOptions extends Pick<PaintOptions, 'signal' | 'wantsPicture' | 'ahead'> {
  readonly document: GraphDocument;
  readonly registry: Registry;
  /** In the order in which they are to be painted; see `coarseToFine`. */
  readonly cells: readonly Cell[];
  /** Makes a cell's document ready, or says all that is wrong with it. */
  readonly compile: (document: GraphDocument) => Promise<Checked<Paintable>>;
  /** Stays the caller's, who frees it. */
  readonly store: TensorStore;
  /** Whether a cell of this content is there already and need not be painted. */
  readonly isThere?: (cell: Cell, key: Key) => boolean | Promise<boolean>;
}

/**
 * Paints `cells` in turn. Whoever consumes the events sets the pace.
 *
 * @example
 * for await (const event of sweep({ document, registry, cells, compile, store })) {
 *   if (event.type === 'finished') show(event.cell.name, event.outputs);
 * }
 */
export async function* sweep(options: SweepOptions): AsyncGenerator<SweepEvent, void> {
  const { document, registry, cells, compile, store, signal, isThere } = options;
  const warm = new WarmTargets();
  for (const cell of cells) {
    if (signal?.aborted) return yield { type: 'stopped' };
    const varied = documentAt(document, registry, cell);
    const ready = varied.ok ? await compile(varied.value) : varied;
    if (!ready.ok) {
      yield { type: 'failed', cell, problems: ready.reason };
      continue;
    }
    const { plan, spareBytes } = ready.value;
    const key = keyOfPlan(plan);
    if (await isThere?.(cell, key)) {
      yield { type: 'skipped', cell, key };
      continue;
    }
    store.retain(warm.before(plan, spareBytes));
    yield { type: 'begun', cell, key, plan };
    if ((yield* paintCell(cell, key, ready.value, options)) === 'stopped') return yield { type: 'stopped' };
  }
}

async function* paintCell(
  cell: Cell,
  key: Key,
  { plan, params, resources }: Paintable,
  { store, ahead, signal, wantsPicture }: SweepOptions,
): AsyncGenerator<SweepEvent, 'over' | 'stopped'> {
  const outputs: PaintedOutput[] = [];
  const readings = new Map<NodeId, Reading>();
  const events = paint(plan, {
    resources,
    params: () => params,
    store,
    ...(ahead !== undefined && { ahead }),
    ...(signal && { signal }),
    ...(wantsPicture && { wantsPicture }),
  });
  for await (const event of events) {
    switch (event.type) {
      case 'iteration':
        readings.set(event.optimiser, event);
        yield { type: 'iteration', cell, reading: event };
        break;
      case 'picture':
        yield { ...event, cell };
        break;
      case 'output':
        outputs.push({ node: event.node, picture: event.picture });
        break;
      case 'stopped':
        return 'stopped';
      case 'failed': {
        const { problem, lastGood } = event;
        yield { type: 'failed', cell, key, problems: [problem], ...(lastGood && { lastGood }) };
        return 'over';
      }
    }
  }
  yield { type: 'finished', cell, key, outputs, readings: [...readings.values()] };
  return 'over';
}
