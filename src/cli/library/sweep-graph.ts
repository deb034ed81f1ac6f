/** A graph painted once for each cell of a sweep, everything that happens on the way told as events. */
import type { GraphDocument } from '../../graph/document.ts';
import { parseDocument } from '../../graph/file/parse.ts';
import type { Registry } from '../../graph/kind.ts';
import type { Checked, Problem } from '../../graph/problem.ts';
import type { Message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import { type Backend, openBackend } from '../../runtime/execute/backend.ts';
import { planMemory } from '../../runtime/execute/plan-memory.ts';
import { TensorStore } from '../../runtime/execute/store.ts';
import { untilLost } from '../../runtime/execute/until-lost.ts';
import { type Cell, type Grid, gridOf } from '../../runtime/sweep/grid.ts';
import { coarseToFine } from '../../runtime/sweep/order.ts';
import { type ReadReference, readAxis, type WrittenAxis } from '../../runtime/sweep/read-axis.ts';
import { cellsOfShard, type Shard, wholeSweep } from '../../runtime/sweep/shard.ts';
import { type Paintable, type SweepEvent, type SweepOptions, sweep } from '../../runtime/sweep/sweep.ts';
import { adjust } from './adjust.ts';
import { checkGraph, type GraphOptions } from './check-graph.ts';
import { refuseSize } from './fit.ts';
import { rememberingSources } from './remembering-sources.ts';
import { aheadOn, type RenderOptions } from './render-graph.ts';
import { refuseCorners } from './sweep-corners.ts';
import { withinMemory } from './within-memory.ts';

export interface SweepGraphOptions
  extends GraphOptions,
    Pick<RenderOptions, 'backend' | 'backendOptions' | 'signal' | 'wantsPicture'>,
    Pick<SweepOptions, 'isThere'> {
  /** One or two: `{ path: 'styleLoss.weight', text: '1,10,100' }`. They come after all adjustments. */
  readonly vary: readonly WrittenAxis[];
  /** How a value that names a picture or an encoder is read; as a reference where nothing is said. */
  readonly readReference?: ReadReference;
  /** The part to paint; the whole where none is named. */
  readonly shard?: Shard;
}

export interface PlannedSweep {
  /** The graph as adjusted, with the varied parameters as they are in it. */
  readonly document: GraphDocument;
  readonly grid: Grid;
  /** Those of the shard, in the order in which they are painted. */
  readonly cells: readonly Cell[];
  readonly notes: readonly Message[];
}

export type SweepGraphEvent =
  /** Nothing was painted: the graph or what is to be varied has problems, or no backend opened. */
  | { readonly type: 'refused'; readonly problems: readonly Problem[] }
  | { readonly type: 'planned'; readonly sweep: PlannedSweep; readonly backend: Backend }
  | SweepEvent
  /** The device is gone, and with it the cells that were still to come. */
  | { readonly type: 'lost'; readonly reason: Message };

/**
 * Paints a sweep of `graph`.
 *
 * @param graph The text of a `*.gramarye.json`, or a document.
 * @example
 * const vary = [{ path: 'styleLoss.weight', text: 'log(1,100,3)' }];
 * for await (const event of sweepGraph(text, { sources: fileSources(folder), vary })) {
 *   if (event.type === 'finished') await writePicture(`${event.cell.name}.png`, event.outputs[0].picture);
 * }
 */
export async function* sweepGraph(
  graph: string | GraphDocument,
  options: SweepGraphOptions,
): AsyncGenerator<SweepGraphEvent, void> {
  const { registry = nodeKinds } = options;
  const sources = rememberingSources(options.sources);
  const check = (document: GraphDocument) => checkGraph(document, { sources, registry });
  const planned = await planSweep(graph, registry, options, check);
  if (!planned.ok) return yield { type: 'refused', problems: planned.reason };

  const { backend: choice = 'auto', backendOptions } = options;
  const opened = typeof choice === 'object' ? success(choice) : await openBackend(choice, backendOptions);
  if (!opened.ok) return yield { type: 'refused', problems: [problem(opened.reason)] };
  const backend = opened.value;
  const store = new TensorStore();
  try {
    yield { type: 'planned', sweep: planned.value, backend };
    const { document, cells } = planned.value;
    const { signal, wantsPicture, isThere } = options;
    const events = sweep({
      document,
      registry,
      cells,
      store,
      ahead: aheadOn(backend),
      compile: async varied => paintable(await check(varied), backend),
      ...(signal && { signal }),
      ...(wantsPicture && { wantsPicture }),
      ...(isThere && { isThere }),
    });
    yield* untilLost<SweepGraphEvent>(events, backend, reason => ({ type: 'lost', reason }));
  } finally {
    store.dispose();
    if (typeof choice !== 'object') backend.dispose();
  }
}

type Check = (document: GraphDocument) => ReturnType<typeof checkGraph>;

async function planSweep(
  graph: string | GraphDocument,
  registry: Registry,
  { adjustments = {}, vary, readReference, shard = wholeSweep }: SweepGraphOptions,
  check: Check,
): Promise<Checked<PlannedSweep>> {
  const opened = typeof graph === 'string' ? parseDocument(graph) : success({ document: graph, repairs: [] });
  if (!opened.ok) return opened;
  const adjusted = adjust(opened.value.document, registry, adjustments);
  if (!adjusted.ok) return adjusted;
  const document = adjusted.value;
  const axes = [];
  for (const written of vary) {
    const axis = readAxis(document, registry, written, readReference);
    if (!axis.ok) return axis;
    axes.push(axis.value);
  }
  const grid = gridOf(axes);
  if (!grid.ok) return failure([problem(grid.reason)]);
  const corners = await refuseCorners(document, registry, grid.value, check);
  if (!corners.ok) return corners;
  const cells = coarseToFine(grid.value, cellsOfShard(grid.value, shard));
  return success({
    document,
    grid: grid.value,
    cells,
    notes: [...opened.value.repairs, ...corners.value.notes],
  });
}

function paintable(checked: Awaited<ReturnType<Check>>, backend: Backend): Checked<Paintable> {
  if (!checked.ok) return checked;
  const ahead = aheadOn(backend);
  const graph = withinMemory(checked.value, planMemory(backend), ahead);
  const { plan, resources, validated } = graph;
  if (validated.warnings.length > 0) return failure(validated.warnings);
  const tooLarge = refuseSize(graph, backend, { ahead });
  if (tooLarge) return failure([tooLarge]);
  // Half of what is free: how much of it the backend can really give is known only when it is asked.
  const spareBytes = (backend.memoryLimit - forecast(plan, ahead).heapBytes) / 2;
  return success({ plan, params: validated.params, resources, spareBytes });
}

const problem = (reason: Message): Problem => ({ severity: 'error', reason });
