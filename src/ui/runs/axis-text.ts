/** What the axes and cells of a sweep are called. */
import type { GraphDocument, NodeId, ParameterValue } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { Control } from '../../graph/parameter.ts';
import { findParameter } from '../../graph/parameter-path.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import type { Axis } from '../../runtime/sweep/axis.ts';
import type { Cell } from '../../runtime/sweep/grid.ts';
import type { Words } from '../language/words.ts';

/** What a person calls a node. */
export function nodeTitle({ nodes }: GraphDocument, id: NodeId, words: Words): string {
  const node = own(nodes, id);
  if (node?.title) return node.title;
  const kind = node && nodeKinds.get(node.kind);
  return kind ? words(kind.title) : id;
}

/** `Style loss · Weight`. */
export function axisTitle(document: GraphDocument, path: string, words: Words): string {
  const [node = '', param = '', ...entry] = path.split('.');
  const kind = nodeKinds.get(own(document.nodes, node)?.kind ?? '');
  const parameter = kind && own(kind.params, param);
  const title = parameter ? words(parameter.title) : param;
  return [nodeTitle(document, node, words), title, ...entry].join(' · ');
}

/** A value of an axis as it stands along the edge. */
export function valueLabel(document: GraphDocument, axis: Axis, at: number, words: Words): string {
  const value = axis.values[at];
  return value ? valueIn(document, axis.path, value.value, words) : '';
}

/** `Style loss · Weight 20, Picture · Noise 0.5`. */
export function settingsText(document: GraphDocument, { settings }: Cell, words: Words): string {
  return settings
    .map(({ path, value }) => `${axisTitle(document, path, words)} ${valueIn(document, path, value, words)}`)
    .join(words.language === 'zh' ? '、' : ', ');
}

function valueIn(document: GraphDocument, path: string, value: ParameterValue, words: Words): string {
  const found = findParameter(document, nodeKinds, path);
  return valueText(found.ok ? found.value.parameter.control : undefined, value, words);
}

/** A value as its control shows it. */
function valueText(control: Control | undefined, value: ParameterValue, words: Words): string {
  if (typeof value === 'boolean') return words(value ? 'runs.yes' : 'runs.no');
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (Array.isArray(value)) return value.length > 0 ? value.join(' ') : words('runs.nothing');
  if (typeof value !== 'string') return JSON.stringify(value);
  const title = control?.type === 'choice' ? own(control.choices, value) : undefined;
  return title ? words(title) : value.replace(/^(sample|file|model|folder):(.*\/)?/, '');
}
