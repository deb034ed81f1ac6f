/** Where the pictures of one painting go, all derived from the one path that was asked for. */
import { join, parse } from 'node:path';
import type { NodeId } from '../../graph/document.ts';

/** `out.png` and `second` give `out-second.png`. */
function beside(path: string, addition: string): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}-${addition}${ext}`);
}

export interface OutputPaths {
  /** The only Output goes to the path itself; of several, each gets the name of its node: `out-left.png`. */
  output(node: NodeId): string;
  /** `out-0050.png`; where several optimisers paint, `out-coarse-0050.png`. */
  onTheWay(optimiser: NodeId, iteration: number): string;
  /** What is kept of a painting that ended early and reached no Output. */
  readonly kept: string;
}

export function outputPaths(
  path: string,
  outputs: readonly NodeId[],
  stages: readonly { readonly optimiser: NodeId; readonly iterations: number }[],
): OutputPaths {
  const digits = Math.max(4, ...stages.map(({ iterations }) => String(iterations).length));
  return {
    kept: path,
    output: node => (outputs.length > 1 ? beside(path, node) : path),
    onTheWay: (optimiser, iteration) => {
      const count = String(iteration).padStart(digits, '0');
      return beside(path, stages.length > 1 ? `${optimiser}-${count}` : count);
    },
  };
}
