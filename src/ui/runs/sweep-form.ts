/** What the dialog asks for, as text in its fields, and the axes that it means. */
import type { GraphDocument, NodeId, ParameterValue } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { Parameter } from '../../graph/parameter.ts';
import type { Message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import type { Axis } from '../../runtime/sweep/axis.ts';
import { readAxis } from '../../runtime/sweep/read-axis.ts';

export interface AxisForm {
  /** `styleLoss.weight`. */
  readonly path: string;
  readonly mode: 'range' | 'list';
  readonly from: string;
  readonly to: string;
  readonly steps: string;
  /** By even factors, not in even steps. */
  readonly factors: boolean;
  readonly list: string;
}

/** A parameter that can be varied. */
export interface Variable {
  readonly path: string;
  readonly node: NodeId;
  readonly kind: string;
  readonly param: string;
  readonly parameter: Parameter;
  readonly value: ParameterValue;
}

/** All parameters of the document that have several values to try; of several weights the inspector has sliders. */
export function variables({ nodes }: GraphDocument): readonly Variable[] {
  return Object.entries(nodes).flatMap(([node, { kind, params }]) =>
    Object.entries(nodeKinds.get(kind)?.params ?? {}).flatMap(([param, parameter]): Variable[] => {
      if (parameter.control.type === 'weights' || param === 'afterEdit') return [];
      const kept = parameter.schema.safeParse(own(params, param));
      const value = kept.success ? kept.data : parameter.default;
      return [{ path: `${node}.${param}`, node, kind, param, parameter, value }];
    }),
  );
}

/** What one probably wants to vary: of the selected node, else the weight of the style. */
export function likeliest(all: readonly Variable[], selected: NodeId | undefined): Variable | undefined {
  const weight = ({ param }: Variable) => param === 'weight';
  const ofSelected = all.filter(({ node }) => node === selected);
  const ofStyle = all.find(variable => weight(variable) && variable.kind === 'style-loss');
  return ofSelected.find(weight) ?? ofSelected[0] ?? ofStyle ?? all.find(weight) ?? all[0];
}

export const isNumeric = ({ parameter }: Variable): boolean =>
  parameter.control.type === 'number' || parameter.control.type === 'integer';

/** Values around the one that is set: ten times less to ten times more, or over all that there is. */
export function initialForm(variable: Variable): AxisForm {
  const { path, parameter, value } = variable;
  const { control } = parameter;
  const form = { path, from: '', to: '', steps: '3', factors: false, list: '' };
  switch (control.type) {
    case 'number':
    case 'integer': {
      const now = typeof value === 'number' ? value : 1;
      const factors = control.type === 'number' && control.scale === 'logarithmic';
      const [least, most] = around(now, factors ? 10 : 2, control);
      const from = factors && least <= 0 ? 0.1 : least;
      return { ...form, mode: 'range', factors, from: String(from), to: String(most), list: String(now) };
    }
    case 'choice':
      return { ...form, mode: 'list', list: Object.keys(control.choices).join(', ') };
    case 'flag':
      return { ...form, mode: 'list', list: 'yes, no' };
    case 'layers': {
      const layers = Array.isArray(value) ? value.map(String) : [];
      const upTo = layers.map((_, at) => layers.slice(0, at + 1).join('+'));
      return { ...form, mode: 'list', list: upTo.join(', ') };
    }
    default:
      return { ...form, mode: 'list', list: String(value).replaceAll(',', '\\,') };
  }
}

function around(now: number, factor: number, { min, max }: { min: number; max: number }): [number, number] {
  const short = (number: number) => Number(number.toPrecision(3));
  if (now === 0) return [min, Math.min(max, 1)];
  return [Math.max(min, short(now / factor)), Math.min(max, short(now * factor))];
}

/** The axis that the fields mean for `document`, or what is wrong with them. */
export function axisOf(document: GraphDocument, form: AxisForm): Result<Axis> {
  const { path, mode, from, to, steps, factors, list } = form;
  const range = Number(steps) === 1 ? from : `${factors ? 'log' : 'lin'}(${from},${to},${steps})`;
  const read = readAxis(document, nodeKinds, { path, text: mode === 'range' ? range : list });
  if (read.ok) return read;
  const reason: Message | undefined = read.reason[0]?.reason;
  if (!reason) throw new Error('What is refused has a reason.');
  return failure(reason);
}

export interface SweepForm {
  readonly across: AxisForm;
  readonly down: AxisForm | undefined;
  readonly iterations: string;
  readonly size: string;
}

/** Both axes, the first problem where there is one. */
export function axesOf(document: GraphDocument, { across, down }: SweepForm): Result<readonly Axis[]> {
  const axes: Axis[] = [];
  for (const form of down ? [across, down] : [across]) {
    const axis = axisOf(document, form);
    if (!axis.ok) return axis;
    axes.push(axis.value);
  }
  return success(axes);
}
