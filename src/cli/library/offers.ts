/**
 * Edits that would make a graph fit, each by itself, and each tried: the graph is edited, compiled and
 * forecast, and only what fits is offered.
 */
import { applyEdits } from '../../graph/apply.ts';
import type { Edit } from '../../graph/edit.ts';
import type { Fix } from '../../graph/problem.ts';
import { validate } from '../../graph/validate.ts';
import type { EncoderLayer } from '../../graph/wire.ts';
import { message } from '../../language/message.ts';
import { encoder } from '../../nodes/encoder.ts';
import { layerTaps } from '../../nodes/layer-taps.ts';
import { compile } from '../../runtime/compile/compile.ts';
import type { Plan } from '../../runtime/compile/plan.ts';
import type { Fitting } from './fit.ts';
import { resizeTo, sizeOf } from './resize-to.ts';

/** A smaller size first, since it is what most would choose; then the encoder that ships; then fewer layers. */
export function offersFor(graph: Fitting, fits: (plan: Plan) => boolean): readonly Fix[] {
  const works = (edits: readonly Edit[]): boolean => {
    const edited = applyEdits(graph.validated.document, edits);
    const checked = edited.ok ? validate(edited.value, graph.registry, graph.facts) : edited;
    if (!checked.ok) return false;
    const plan = compile(checked.value, graph.registry, graph.facts, { memory: graph.memory });
    return plan.ok && fits(plan.value);
  };
  return [smaller(graph, works), lite(graph, works), shallower(graph, works)].flatMap(offer => offer ?? []);
}

type Works = (edits: readonly Edit[]) => boolean;

/** Sizes are tried in steps of so many pixels: what a person would type. */
const step = 16;

/** The largest size at which it fits, found by halving. */
function smaller({ validated, registry }: Fitting, works: Works): Fix | undefined {
  const size = sizeOf(validated.document, registry);
  if (size === undefined) return undefined;
  const editsFor = (side: number): readonly Edit[] => {
    const edits = resizeTo(validated.document, registry, side);
    return edits.ok ? edits.value : [];
  };
  let fits = 0;
  let tooLarge = Math.ceil(size / step);
  while (tooLarge - fits > 1) {
    const middle = Math.floor((fits + tooLarge) / 2);
    if (works(editsFor(middle * step))) fits = middle;
    else tooLarge = middle;
  }
  if (fits === 0) return undefined;
  return { label: message('plan.smaller', { side: fits * step }), edits: editsFor(fits * step) };
}

function lite({ validated }: Fitting, works: Works): Fix | undefined {
  const edits = nodesOf(validated, encoder.kind)
    .filter(node => validated.params[node]?.weights !== 'lite')
    .map((node): Edit => ({ type: 'set-parameter', node, param: 'weights', value: 'lite' }));
  if (edits.length === 0 || !works(edits)) return undefined;
  return { label: message('plan.lite'), edits };
}

/** The deepest layer at which taps could end, found by halving. What lies behind it is not run. */
function shallower({ validated, facts }: Fitting, works: Works): Fix | undefined {
  const layers = longest(
    nodesOf(validated, encoder.kind).flatMap(node => {
      const found = facts.encoder(String(validated.params[node]?.weights));
      return found.ok ? [found.value.layers] : [];
    }),
  );
  const taps = layers.flatMap(({ name }) => [name, name.replace('conv', 'relu')]);
  const tapped = nodesOf(validated, layerTaps.kind).flatMap(node => {
    const chosen = validated.params[node]?.layers;
    return Array.isArray(chosen) ? [{ node, chosen: chosen.map(String) }] : [];
  });
  const editsFor = (deepest: number): readonly Edit[] =>
    tapped.flatMap(({ node, chosen }): Edit[] => {
      const value = chosen.filter(layer => taps.indexOf(layer) <= deepest && taps.includes(layer));
      return value.length === chosen.length ? [] : [{ type: 'set-parameter', node, param: 'layers', value }];
    });
  // Every node keeps a layer, and some node loses one.
  const depths = tapped.map(({ chosen }) => chosen.map(layer => taps.indexOf(layer)).filter(at => at >= 0));
  const least = Math.max(0, ...depths.map(of => Math.min(...of)));
  let tooDeep = Math.max(0, ...depths.flat());
  let fits = least - 1;
  while (tooDeep - fits > 1) {
    const middle = Math.floor((fits + tooDeep) / 2);
    if (works(editsFor(middle))) fits = middle;
    else tooDeep = middle;
  }
  if (fits < least) return undefined;
  return { label: message('plan.shallower', { layer: taps[fits] ?? '' }), edits: editsFor(fits) };
}

const nodesOf = ({ document }: Fitting['validated'], kind: string): string[] =>
  Object.entries(document.nodes).flatMap(([id, node]) => (node.kind === kind ? [id] : []));

const longest = (networks: readonly (readonly EncoderLayer[])[]): readonly EncoderLayer[] =>
  networks.reduce<readonly EncoderLayer[]>(
    (best, layers) => (layers.length > best.length ? layers : best),
    [],
  );
