import type { NodeId } from '../graph/document.ts';
import { own } from '../graph/own.ts';
import { type Message, message } from '../language/message.ts';
import { optimiser as kind } from '../nodes/optimiser.ts';
import type { StageBands } from '../runtime/compile/plan.ts';

export interface StageInWords {
  readonly optimiser: NodeId;
  readonly width: number;
  readonly height: number;
  readonly iterations: number;
  /** As the optimiser's parameter names it: `adam`. */
  readonly method: string;
}

/** How an optimiser's loop is cut so that it does with less memory. */
export const bandsText = (
  optimiser: NodeId,
  { blocks, rows, most }: Pick<StageBands, 'blocks' | 'rows' | 'most'>,
): Message => message('plan.in-bands', { optimiser, blocks, rows, most });

/** An optimiser's loop in one line. */
export function stageText({ optimiser, width, height, iterations, method }: StageInWords): Message {
  const control = kind.params.method?.control;
  const title = control?.type === 'choice' ? own(control.choices, method) : undefined;
  return message('render.stage', {
    optimiser,
    size: `${width}×${height}`,
    iterations: String(iterations),
    method: title ?? method,
  });
}
