/** A plan as a page of text: what the same nodes compute in the same shape shares a line. */

import { formatBytes, formatFlops, formatShape } from '../language/format.ts';
import { message } from '../language/message.ts';
import type {
  PartDescription,
  PlanDescription,
  StageDescription,
  StepDescription,
} from './library/describe-plan.ts';
import { bandsText, stageText } from './stage-text.ts';
import { table } from './table.ts';
import type { Voice } from './voice.ts';

export function planText(plan: PlanDescription, voice: Voice): string {
  const parts = plan.stages.flatMap(stage => [
    `${stageHeading(stage, voice)}\n`,
    ...(stage.bands ? [`${voice.inWords(bandsText(stage.optimiser, stage.bands))}\n`] : []),
    partText('plan.once', stage.once, voice),
    partText('plan.loop', stage.loop, voice),
  ]);
  const { outputs } = plan;
  if (outputs.ops > 0) parts.push(partText('plan.outputs', outputs, voice));
  const total = message('plan.total', {
    outputs: outputs.pictures.map(({ node, shape }) => `\`${node}\` ${shape[1]}×${shape[0]}`),
    flops: formatFlops(plan.flops),
    peak: formatBytes(plan.peakBytes),
    heap: formatBytes(plan.heapBytes),
    largest: formatShape(plan.largest.shape),
    largestBytes: formatBytes(plan.largest.bytes),
  });
  return [...parts, voice.inWords(total)].join('\n');
}

function stageHeading({ optimiser, picture, iterations, method }: StageDescription, voice: Voice): string {
  const [height = 0, width = 0] = picture;
  return voice.inWords(stageText({ optimiser, width, height, iterations, method }));
}

function partText(
  id: 'plan.once' | 'plan.loop' | 'plan.outputs',
  part: PartDescription,
  voice: Voice,
): string {
  const { ops, flops, peakBytes, loads } = part;
  const loaded = loads.bytes > 0 ? message('plan.loads', { ...loads, bytes: formatBytes(loads.bytes) }) : '';
  const heading = message(id, { ops, flops: formatFlops(flops), peak: formatBytes(peakBytes), loaded });
  const rows = rowsOf(part.steps).map(({ nodes, shape, flops, bytes, ops }) => [
    nodes.join(' '),
    formatShape(shape),
    formatFlops(flops),
    formatBytes(bytes),
    [...ops].map(([op, count]) => (count > 1 ? `${op} ×${count}` : op)).join(', '),
  ]);
  return `${voice.inWords(heading)}\n${table(rows, ['left', 'right', 'right', 'right', 'left'])}\n`;
}

interface Row {
  readonly nodes: readonly string[];
  readonly shape: readonly number[];
  flops: number;
  bytes: number;
  /** How often each op runs. */
  readonly ops: Map<string, number>;
}

/** Each row where its first step stands. A view computes nothing and takes nothing, so it has no row. */
function rowsOf(steps: readonly StepDescription[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { op, shape, flops, bytes, nodes } of steps) {
    if (op === 'reshape' || op === 'after') continue;
    const key = `${nodes.join(' ')} ${shape.join('×')}`;
    const row = rows.get(key) ?? { nodes, shape, flops: 0, bytes: 0, ops: new Map() };
    rows.set(key, row);
    row.flops += flops;
    row.bytes += bytes;
    row.ops.set(op, (row.ops.get(op) ?? 0) + 1);
  }
  return [...rows.values()];
}
