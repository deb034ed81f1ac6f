/** A graph, painted: from a file's text to pictures, everything that happens on the way told as events. */
import type { GraphDocument } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Message } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { forecast } from '../../runtime/compile/forecast.ts';
import {
  type Backend,
  type BackendName,
  type BackendOptions,
  openBackend,
} from '../../runtime/execute/backend.ts';
import { type PaintEvent, type PaintOptions, paint } from '../../runtime/execute/paint.ts';
import { planMemory } from '../../runtime/execute/plan-memory.ts';
import { untilLost } from '../../runtime/execute/until-lost.ts';
import { checkGraph, type GraphOptions } from './check-graph.ts';
import type { PlannedGraph } from './plan-graph.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { withinMemory } from './within-memory.ts';

export interface RenderOptions extends GraphOptions, Pick<PaintOptions, 'signal' | 'wantsPicture'> {
  /**
   * Which one to open (`auto` where none is named), with what it takes, or one that is open. One that was
   * opened here is closed again when the painting ends.
   */
  readonly backend?: 'auto' | BackendName | Backend;
  readonly backendOptions?: BackendOptions;
}

export type RenderEvent =
  /** Nothing was painted: the graph has problems, no backend opened, or the size does not fit it. */
  | { readonly type: 'refused'; readonly problems: readonly Problem[] }
  /** Everything is known and fits; painting begins. */
  | { readonly type: 'planned'; readonly graph: PlannedGraph; readonly backend: Backend }
  | PaintEvent;

/** On a GPU the next iterations are under way while the loss of one is read back. */
export const aheadOn = ({ name }: Backend): number => (name === 'webgpu' ? 2 : 0);

/**
 * Paints every Output of `graph`.
 *
 * @example
 * for await (const event of renderGraph(text, { sources: fileSources(folder), backend: 'wasm' })) {
 *   if (event.type === 'iteration') console.log(event.iteration, event.total);
 *   if (event.type === 'output') await writePicture('out.png', event.picture);
 * }
 */
export async function* renderGraph(
  graph: string | GraphDocument,
  options: RenderOptions,
): AsyncGenerator<RenderEvent, void> {
  const checked = await checkGraph(graph, options);
  if (!checked.ok) return yield { type: 'refused', problems: checked.reason };
  const { backend: choice = 'auto', backendOptions } = options;
  const opened = typeof choice === 'object' ? success(choice) : await openBackend(choice, backendOptions);
  if (!opened.ok) return yield refusal(opened.reason);
  const backend = opened.value;
  try {
    const ahead = aheadOn(backend);
    const fitted = withinMemory(checked.value, planMemory(backend, options.memory), ahead);
    const tooLarge = await refuseUnfit(fitted, backend, { ahead, sources: options.sources });
    if (tooLarge) return yield { type: 'refused', problems: [tooLarge] };
    const planned = { ...fitted, forecast: forecast(fitted.plan, ahead) };
    yield { type: 'planned', graph: planned, backend };
    const { plan, resources, validated } = planned;
    const { signal, wantsPicture } = options;
    const events = paint(plan, {
      resources,
      params: () => validated.params,
      ahead,
      ...(signal && { signal }),
      ...(wantsPicture && { wantsPicture }),
    });
    yield* untilLost(events, backend, reason => ({
      type: 'failed',
      problem: { severity: 'error', reason },
    }));
  } finally {
    if (typeof choice !== 'object') backend.dispose();
  }
}

const refusal = (reason: Message): RenderEvent => ({
  type: 'refused',
  problems: [{ severity: 'error', reason }],
});
