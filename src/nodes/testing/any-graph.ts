/** Graphs at random with the real node kinds: most are nearly right, some are, and some are nonsense. */
import fc from 'fast-check';
import {
  type Edge,
  emptyDocument,
  type GraphDocument,
  type GraphNode,
  type ParameterValue,
  type Source,
} from '../../graph/document.ts';
import { targetKey } from '../../graph/ends.ts';
import type { NodeKind } from '../../graph/kind.ts';
import type { Parameter } from '../../graph/parameter.ts';
import { accepts, type PortType } from '../../graph/port-type.ts';
import { validate } from '../../graph/validate.ts';
import { nodeKinds } from '../registry.ts';
import { trialFacts } from './trial.ts';

const side = fc.constantFrom(3, 8, 12, 17);
const source = fc
  .tuple(fc.constantFrom('a', 'b'), side, side)
  .map(([name, w, h]) => `sample:${name}-${w}x${h}`);
const layer = fc.constantFrom('conv1_1', 'relu1_1', 'relu1_2', 'conv2_1', 'relu2_1', 'relu3_1');
const nonsense = fc.constantFrom<ParameterValue>(null, -1, 1e300, 'sample:', [], {}, true, ['conv9_9'], 'x');

export function settingOf({ control }: Parameter): fc.Arbitrary<ParameterValue> {
  switch (control.type) {
    case 'number':
      return fc.constantFrom(control.min, 0.5, 1, Math.min(10, control.max));
    case 'integer':
      return fc.integer({ min: control.min, max: Math.min(control.max, control.min + 3) });
    case 'choice':
      return fc.constantFrom(...Object.keys(control.choices));
    case 'flag':
      return fc.boolean();
    case 'layers':
      return fc.uniqueArray(layer, { minLength: 1, maxLength: 3 });
    case 'weights':
      return fc.dictionary(fc.constantFrom('relu1_1', 's0', 's1'), fc.constantFrom(0, 0.5, 3), {
        noNullPrototype: true,
      });
    case 'image':
      return source;
    case 'encoder':
      return fc.constant('random:1');
    case 'network':
      return fc.constant(control.takes === 'features' ? 'adain' : 'folder:soft');
  }
}

/** What the kind takes; a parameter that is not set has its default, but sizes and lengths are kept small. */
const paramsOf = (kind: NodeKind): fc.Arbitrary<Record<string, ParameterValue>> => {
  const settings = Object.entries(kind.params).map(([name, parameter]) => [name, settingOf(parameter)]);
  const needed = Object.keys(kind.params).filter(name => /^(source|size|iterations|layers)$/.test(name));
  return fc.record(Object.fromEntries(settings), { requiredKeys: needed, noNullPrototype: true });
};

interface Choice {
  readonly kind: NodeKind;
  readonly params: Record<string, ParameterValue>;
  /** Which of the outputs that fit goes to each input; the newest are the most likely. */
  readonly picks: readonly number[];
  readonly slots: number;
}

const choiceOf = (kind: NodeKind): fc.Arbitrary<Choice> =>
  fc.record({
    kind: fc.constant(kind),
    params: paramsOf(kind),
    picks: fc.array(fc.nat({ max: 12 }), { minLength: 3, maxLength: 3 }),
    slots: fc.integer({ min: 1, max: 3 }),
  });

const listed = (...names: string[]) => nodeKinds.kinds.filter(({ kind }) => names.includes(kind));
const anyChoice = fc.oneof(...nodeKinds.kinds.map(choiceOf));
const usual = (...names: string[]) => fc.oneof(...listed(...names).map(choiceOf));

/** The usual way of a graph with detours at random, so that some arrive. */
const choices = fc
  .tuple(
    fc.tuple(usual('image'), usual('encoder'), usual('picture')),
    fc.array(anyChoice, { maxLength: 2 }),
    fc.array(usual('layer-taps', 'gram-matrix', 'resize', 'picture'), { minLength: 1, maxLength: 4 }),
    fc.array(usual('content-loss', 'style-loss', 'total-variation', 'weighted-sum'), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.array(usual('optimiser'), { minLength: 1, maxLength: 2 }),
    fc.array(anyChoice, { maxLength: 3 }),
    usual('output'),
  )
  .map(([first, some, seen, losses, painted, more, last]) => [
    ...first,
    ...some,
    ...seen,
    ...losses,
    ...painted,
    ...more,
    last,
  ]);

/** One thing wrong: a parameter that makes no sense, a wire too few, or one that runs anywhere. */
const mishap = fc.record({
  what: fc.constantFrom('param', 'lost', 'stray'),
  at: fc.nat(),
  to: fc.nat(),
  nonsense,
});

export const anyGraph: fc.Arbitrary<GraphDocument> = fc
  .record({ chosen: choices, mishap: fc.option(mishap, { freq: 3 }) })
  .map(({ chosen, mishap: wrong }) => {
    const document = chosen.reduce(grown, emptyDocument);
    return wrong ? spoilt(document, wrong) : document;
  });

/** `document` with one node more, wired in the first of several ways that the validator allows; else as it was. */
function grown(document: GraphDocument, { kind, params, picks, slots }: Choice): GraphDocument {
  const id = `n${Object.keys(document.nodes).length}`;
  const node: GraphNode = { kind: kind.kind, version: 1, params, position: { x: 0, y: 0 } };
  for (let attempt = 0; attempt < 6; attempt++) {
    const edges: Record<string, Edge> = { ...document.edges };
    for (const [index, [port, { type, arity }]] of Object.entries(kind.inputs).entries()) {
      const fitting = outputsFor(document, type);
      const pick = (picks[index] ?? 0) + attempt * (index + 1);
      if (fitting.length === 0 || (arity === 'optional' && pick % 2 === 0)) continue;
      for (let slot = 0; slot < (arity === 'many' ? slots : 1); slot++) {
        const from = fitting[fitting.length - 1 - ((pick + slot) % fitting.length)];
        const to = { node: id, port, ...(arity === 'many' && { slot: `s${slot}` }) };
        if (from) edges[targetKey(to)] = { from, to };
      }
    }
    const tried = { ...document, nodes: { ...document.nodes, [id]: node }, edges };
    if (validate(tried, nodeKinds, trialFacts).ok) return tried;
  }
  return document;
}

const outputsFor = ({ nodes }: GraphDocument, wanted: PortType): Source[] =>
  Object.entries(nodes).flatMap(([node, { kind }]) =>
    Object.entries(nodeKinds.get(kind)?.outputs ?? {}).flatMap(([port, { type }]) =>
      accepts(wanted, type) ? [{ node, port }] : [],
    ),
  );

interface Mishap {
  readonly what: string;
  readonly at: number;
  readonly to: number;
  readonly nonsense: ParameterValue;
}

function spoilt(document: GraphDocument, { what, at, to, nonsense: value }: Mishap): GraphDocument {
  const [ids, wires] = [Object.keys(document.nodes), Object.keys(document.edges)];
  const [id = '', other = ''] = [ids[at % ids.length], ids[to % ids.length]];
  const node = document.nodes[id];
  if (!node) return document;
  if (what === 'lost') {
    const lost = wires[at % wires.length];
    const edges = Object.entries(document.edges).filter(([wire]) => wire !== lost);
    return { ...document, edges: Object.fromEntries(edges) };
  }
  if (what === 'stray') {
    const edge = { from: { node: id, port: 'image' }, to: { node: other, port: 'image' } };
    return { ...document, edges: { ...document.edges, stray: edge } };
  }
  const names = Object.keys(nodeKinds.get(node.kind)?.params ?? {});
  const params = { ...node.params, [names[to % names.length] ?? 'unknown']: value };
  return { ...document, nodes: { ...document.nodes, [id]: { ...node, params } } };
}
