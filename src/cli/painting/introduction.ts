/** What is about to be painted, and where it runs: said before the first iteration. */

import { formatBytes } from '../../language/format.ts';
import { type Message, message } from '../../language/message.ts';
import type { Backend } from '../../runtime/execute/backend.ts';
import type { PlannedGraph } from '../library/plan-graph.ts';
import { bandsText, stageText } from '../stage-text.ts';

export function introduction(
  { plan, forecast }: PlannedGraph,
  { description, ownBytes = 0 }: Pick<Backend, 'description' | 'ownBytes'>,
): readonly Message[] {
  const memory = formatBytes(forecast.heapBytes + ownBytes);
  const running = message('render.running-on', { backend: description, memory });
  if (plan.stages.length === 0) return [running];
  return [
    running,
    ...plan.stages.flatMap(({ optimiser, shape: [height, width], iterations, rule, bands }) => [
      stageText({ optimiser, width, height, iterations, method: rule.name }),
      ...(bands ? [bandsText(optimiser, bands)] : []),
    ]),
  ];
}
