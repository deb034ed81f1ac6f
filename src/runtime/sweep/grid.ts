/** The cells of a sweep: every value of one axis with every value of the other. */
import { applyEdits } from '../../graph/apply.ts';
import type { GraphDocument } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import { setParameter } from '../../graph/parameter-path.ts';
import type { Checked } from '../../graph/problem.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Axis, AxisValue } from './axis.ts';
import { cellName } from './cell-name.ts';

export interface Setting extends AxisValue {
  readonly path: string;
}

export interface Cell {
  /** Which value of each axis, from 0. */
  readonly at: readonly number[];
  /** In the order of the axes. */
  readonly settings: readonly Setting[];
  /** Stable and unique: what its files are called. */
  readonly name: string;
}

export interface Grid {
  /** One or two. */
  readonly axes: readonly Axis[];
  /** The last axis runs fastest. */
  readonly cells: readonly Cell[];
}

export const mostCells = 4096;

/** The grid over one or two axes, or why these are not to be varied together. */
export function gridOf(axes: readonly Axis[]): Result<Grid> {
  const [first, second, ...more] = axes;
  if (!first || more.length > 0) return failure(message('sweep.axes', { count: axes.length }));
  const clash = second && clashOf(first.path, second.path);
  if (clash) return failure(clash);
  const count = first.values.length * (second?.values.length ?? 1);
  if (count > mostCells) return failure(message('sweep.too-many-cells', { count, most: mostCells }));
  const cells = first.values.flatMap((value, at) =>
    second
      ? second.values.map((other, beside) =>
          cellOf([at, beside], [setting(first, value), setting(second, other)]),
        )
      : [cellOf([at], [setting(first, value)])],
  );
  return success({ axes, cells });
}

function clashOf(a: string, b: string): Message | undefined {
  if (a === b) return message('sweep.axis-twice', { path: a });
  const [whole, part] = a.length < b.length ? [a, b] : [b, a];
  return part.startsWith(`${whole}.`) ? message('sweep.axis-within', { part, whole }) : undefined;
}

const setting = ({ path }: Axis, value: AxisValue): Setting => ({ path, ...value });

const cellOf = (at: readonly number[], settings: readonly Setting[]): Cell => ({
  at,
  settings,
  name: cellName(settings),
});

/** `document` with the values of `cell`. */
export function documentAt(
  document: GraphDocument,
  registry: Registry,
  { settings }: Cell,
): Checked<GraphDocument> {
  let varied = document;
  for (const { path, text } of settings) {
    const edit = setParameter(varied, registry, path, text);
    if (!edit.ok) return edit;
    const applied = applyEdits(varied, [edit.value]);
    if (!applied.ok) return failure([{ severity: 'error', reason: applied.reason }]);
    varied = applied.value;
  }
  return success(varied);
}
