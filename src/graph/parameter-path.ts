/**
 * A parameter named and set in text, as on a command line: `style.weight=1e3`, `style.weights.relu1_1=0.2`,
 * `taps.layers=relu1_1,relu2_1`. What the parameter's control takes decides how the text is read.
 */
import { type Message, message } from '../language/message.ts';
import { failure, success } from '../language/result.ts';
import type { GraphDocument, NodeId, ParameterValue } from './document.ts';
import type { Edit } from './edit.ts';
import type { NodeKind, Registry } from './kind.ts';
import { own } from './own.ts';
import type { Control, Parameter } from './parameter.ts';
import { expectation, showValue, weightExpectation } from './parameter-value.ts';
import type { Checked } from './problem.ts';
import { unknownKind, unknownNode, unknownParameter } from './refusals.ts';

export interface FoundParameter {
  readonly node: NodeId;
  readonly kind: NodeKind;
  readonly param: string;
  readonly parameter: Parameter;
  /** The name within a parameter that has a value for each of several: `relu1_1` of `style.weights.relu1_1`. */
  readonly entry?: string;
}

/** The parameter that `path` names, or the sentence that says which part of it is wrong. */
export function findParameter(
  document: GraphDocument,
  registry: Registry,
  path: string,
): Checked<FoundParameter> {
  const [id = '', param = '', ...rest] = path.split('.');
  const node = own(document.nodes, id);
  if (id === '' || param === '') return refused(message('path-incomplete', { path }));
  if (!node) return refused(unknownNode(document, id));
  const kind = registry.get(node.kind);
  if (!kind) return refused(unknownKind(registry, id, node.kind), { node: id });
  const parameter = own(kind.params, param);
  if (!parameter) return refused(unknownParameter(id, kind, param), { node: id, param });
  if (rest.length === 0) return success({ node: id, kind, param, parameter });
  const entry = rest.join('.');
  if (parameter.control.type !== 'weights' || entry === '') {
    return refused(message('path-too-long', { path: `${id}.${param}`, part: entry }), { node: id, param });
  }
  return success({ node: id, kind, param, parameter, entry });
}

/** The edit that sets the parameter at `path` to what `text` says. */
export function setParameter(
  document: GraphDocument,
  registry: Registry,
  path: string,
  text: string,
): Checked<Edit> {
  const found = findParameter(document, registry, path);
  if (!found.ok) return found;
  const { node, param, parameter, entry } = found.value;
  const read = entry === undefined ? readText(parameter.control, text) : readNumber(text);
  const value = entry === undefined ? read : withEntry(document, found.value, entry, read);
  const checked = parameter.schema.safeParse(value);
  if (checked.success) return success({ type: 'set-parameter', node, param, value: checked.data });
  const expected = entry === undefined ? expectation(parameter) : weightExpectation();
  return refused(message('parameter-refused', { path, expected, value: showValue(text) }), { node, param });
}

function refused(reason: Message, where: { readonly node?: NodeId; readonly param?: string } = {}) {
  return failure([{ severity: 'error' as const, reason, ...where }]);
}

function withEntry(
  document: GraphDocument,
  { node, param, parameter }: FoundParameter,
  entry: string,
  value: ParameterValue | undefined,
): unknown {
  const kept = parameter.schema.safeParse(own(own(document.nodes, node)?.params ?? {}, param));
  const others = kept.success ? kept.data : parameter.default;
  return Object.assign({}, others, Object.fromEntries([[entry, value]]));
}

/** The value that `text` says, or `undefined` if it says none of this kind. */
function readText(control: Control, text: string): ParameterValue | undefined {
  const trimmed = text.trim();
  switch (control.type) {
    case 'number':
    case 'integer':
      return readNumber(trimmed);
    case 'flag':
      return own(flags, trimmed.toLowerCase());
    case 'layers':
      return items(trimmed);
    case 'weights':
      return readWeights(trimmed);
    case 'image':
      if (control.of === 'mask' && trimmed === 'none') return trimmed;
      return /^(sample|file):/.test(trimmed) ? trimmed : `file:${trimmed}`;
    case 'encoder':
      return /^(lite$|(model|random|folder|file):)/.test(trimmed) ? trimmed : `folder:${trimmed}`;
    case 'network':
      return /^(none$|adain$|(folder|file):)/.test(trimmed) ? trimmed : `folder:${trimmed}`;
    case 'choice':
      return trimmed;
  }
}

const flags: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  on: true,
  no: false,
  false: false,
  off: false,
};

/** `Number('')` is 0, and an empty text is no number to a person. */
const readNumber = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

const items = (text: string): string[] =>
  text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');

function readWeights(text: string): ParameterValue | undefined {
  const pairs = items(text).map(item => {
    const [name = '', weight = '', ...more] = item.split('=').map(part => part.trim());
    return { name, weight: more.length === 0 && name !== '' ? readNumber(weight) : undefined };
  });
  if (pairs.some(({ weight }) => weight === undefined)) return undefined;
  return Object.fromEntries(pairs.map(({ name, weight }) => [name, weight ?? Number.NaN]));
}
