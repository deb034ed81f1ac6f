/**
 * A graph changed from the outside before it runs, its file left as it is: single parameters, pictures, the
 * encoder, the size of everything, the number of iterations. Each is an ordinary edit of the document, so
 * the validator judges the outcome like any other graph.
 */
import { applyEdits } from '../../graph/apply.ts';
import type { GraphDocument, NodeId, ParameterValue } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import type { Registry } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';
import type { Control } from '../../graph/parameter.ts';
import { setParameter } from '../../graph/parameter-path.ts';
import type { Checked } from '../../graph/problem.ts';
import { unknownNode } from '../../graph/refusals.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { optimiser } from '../../nodes/optimiser.ts';
import { resizeTo } from './resize-to.ts';

export interface Adjustments {
  /** Pictures by the Image node that shows them: `{ node: 'content', reference: 'file:/home/me/cat.jpg' }`. */
  readonly images?: readonly { readonly node: NodeId; readonly reference: string }[];
  /** For every Encoder node: `lite`, `model:NAME`, `random:SEED`, `folder:PATH` or `file:PATH`. */
  readonly encoder?: string;
  /** Of the largest Resize node, in pixels; the others follow in proportion. */
  readonly size?: number;
  /** Of every Optimiser node. */
  readonly iterations?: number;
  /** Single parameters as text, `{ path: 'style.weight', text: '1e3' }`; these have the last word. */
  readonly set?: readonly { readonly path: string; readonly text: string }[];
}

/** `document` after `adjustments`, or what about them does not fit it. */
export function adjust(
  document: GraphDocument,
  registry: Registry,
  { images = [], encoder, size, iterations, set = [] }: Adjustments,
): Checked<GraphDocument> {
  const steps: ((current: GraphDocument) => Checked<readonly Edit[]>)[] = [
    ...images.map(image => (current: GraphDocument) => showImage(current, registry, image)),
    ...(encoder === undefined ? [] : [(current: GraphDocument) => setEncoders(current, registry, encoder)]),
    ...(size === undefined ? [] : [(current: GraphDocument) => resizeTo(current, registry, size)]),
    ...(iterations === undefined ? [] : [(current: GraphDocument) => setIterations(current, iterations)]),
    ...set.map(({ path, text }) => (current: GraphDocument) => {
      const edit = setParameter(current, registry, path, text);
      return edit.ok ? success([edit.value]) : edit;
    }),
  ];
  let adjusted = document;
  for (const step of steps) {
    const edits = step(adjusted);
    if (!edits.ok) return edits;
    const applied = applyEdits(adjusted, edits.value);
    if (!applied.ok) return refused(applied.reason);
    adjusted = applied.value;
  }
  return success(adjusted);
}

function showImage(
  document: GraphDocument,
  registry: Registry,
  { node, reference }: { readonly node: NodeId; readonly reference: string },
): Checked<readonly Edit[]> {
  if (!own(document.nodes, node)) return refused(unknownNode(document, node));
  const edits = settingsOf(document, registry, 'image', reference);
  const wanted = edits.filter(edit => edit.node === node);
  if (wanted.length > 0) return success(wanted);
  const nodes = [...new Set(edits.map(edit => `\`${edit.node}\``))];
  return refused(message('adjust.no-picture', { node, count: nodes.length, nodes }));
}

function setEncoders(document: GraphDocument, registry: Registry, encoder: string): Checked<readonly Edit[]> {
  const edits = settingsOf(document, registry, 'encoder', encoder);
  return edits.length > 0 ? success(edits) : refused(message('adjust.no-encoder'));
}

function setIterations(document: GraphDocument, iterations: number): Checked<readonly Edit[]> {
  const edits = Object.entries(document.nodes)
    .filter(([, { kind }]) => kind === optimiser.kind)
    .map(([node]) => setting(node, 'iterations', iterations));
  return edits.length > 0 ? success(edits) : refused(message('adjust.no-optimiser'));
}

/** The edits that set every parameter with such a control to `value`. */
function settingsOf(
  document: GraphDocument,
  registry: Registry,
  control: Control['type'],
  value: ParameterValue,
): Setting[] {
  return Object.entries(document.nodes).flatMap(([node, { kind }]) =>
    Object.entries(registry.get(kind)?.params ?? {})
      .filter(([, parameter]) => parameter.control.type === control)
      .map(([param]) => setting(node, param, value)),
  );
}

type Setting = Extract<Edit, { type: 'set-parameter' }>;

const setting = (node: NodeId, param: string, value: ParameterValue): Setting => ({
  type: 'set-parameter',
  node,
  param,
  value,
});

const refused = (reason: Message): Checked<never> => failure([{ severity: 'error', reason }]);
