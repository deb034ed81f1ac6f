/**
 * The presets that bear other systems' names are those systems: on the real VGG-19, with the weights as published,
 * each term of the loss, the gradient and some steps are what PyTorch makes of the published formulas.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { describeWithShared } from '../../../models/testing/shared.ts';
import { asPublished } from '../../../presets/as-published.ts';
import { rememberingSources } from '../../../src/cli/library/remembering-sources.ts';
import {
  type Adjustments,
  type Backend,
  fileSources,
  type GraphDocument,
  type HostTensor,
  parseDocument,
  renderGraph,
} from '../../../src/index.ts';
import { openForTest } from '../../../src/runtime/testing/backends.ts';
import { vgg19Folder } from '../golden.ts';
import { adainLosses } from './adain-losses.ts';
import { height, here, iterations, readReference, width } from './reference.ts';

const presets = fileURLToPath(new URL('../../../presets/', import.meta.url));

type Set = NonNullable<Adjustments['set']>;

/** The sums over all pixels that total variation is there, as weights of the means that it is here. */
const variationAt = (pixels: number): Readonly<Record<string, number>> => ({
  'neural-style': 1e-3 * 0.5 * 255 ** 2 * 3 * pixels,
  'tensorflow-tutorial': 30 * 3 * pixels,
});

/** There one maximum is all but equal to its neighbour, and ours choose the other: a gradient 0.002 away. */
const kernelsFor = (name: string) => (name === 'tensorflow-tutorial' ? 'tfjs' : 'ours');

/** Seconds each, most of all where there are roots of 512×512 matrices: `GRAMARYE_GOLDEN=all` asks for every one. */
const asksForAll = process.env.GRAMARYE_GOLDEN === 'all';
const hasCourse = (name: string): boolean => asksForAll || ['tensorflow-tutorial', 'adain'].includes(name);
const restated = Object.entries(asPublished).filter(
  ([name, { set }]) => set.length > 0 && (asksForAll || name !== 'gatys-pytorch'),
);

describeWithShared('systems against PyTorch', () => {
  const reference = readReference();
  const sources = rememberingSources(fileSources(here));
  let backend: Backend | undefined;
  afterEach(() => {
    backend?.dispose();
    backend = undefined;
  });

  test.each([...Object.keys(asPublished), 'adain'])(
    '%s has their terms, their gradient and their course',
    async name => {
      backend = await openForTest('wasm', { kernels: kernelsFor(name) });
      const theirs = reference[name];
      if (!theirs) throw new Error(`PyTorch says nothing of ${name}.`);
      const document = name === 'adain' ? adainLosses : fromBlend(preset(name));
      const own = asPublished[name]?.set ?? [];
      const variation = variationAt(height * width)[name];
      const set = [
        ...own,
        ...(variation === undefined ? [] : [{ path: 'variation.weight', text: String(variation) }]),
      ];
      const ours = (more: Set) => paintedBy(document, [...set, ...more]);

      // With this rate one step moves the picture by the gradient in parts of its own root mean square.
      const once = await ours([
        ...plainDescent,
        ...settings({ learningRate: 1 / theirs.gradient.rms, iterations: 1 }),
      ]);
      const [first] = once.iterations;
      for (const term of first?.terms ?? []) {
        const wanted = theirs.terms[term.name.replace('variation/variation', 'variation')];
        // A mean of differences has a few less of them than there are pixels; the corner of a magnitude is rounded.
        const tolerance = term.name.startsWith('variation') && variation !== undefined ? 0.03 : 1e-3;
        expect(Math.abs((term.value * term.weight) / (wanted ?? Number.NaN) - 1), term.name).toBeLessThan(
          tolerance,
        );
      }
      expect(first?.terms.length).toBe(Object.keys(theirs.terms).length);
      const total = Object.values(theirs.terms).reduce((sum, value) => sum + value, 0);
      expect(Math.abs((first?.total ?? Number.NaN) / total - 1)).toBeLessThan(1e-3);

      const start = await sharp(`${here}blend.png`).removeAlpha().raw().toBuffer();
      const { rms, index, value } = theirs.gradient;
      const moved = index.map(at => ((start[at] ?? Number.NaN) / 255 - (once.picture.data[at] ?? 0)) * rms);
      expect(norm(moved.map((number, at) => number - (value[at] ?? 0))) / norm(value)).toBeLessThan(1e-3);

      if (!hasCourse(name)) return;
      const course = await ours(courseOf(name));
      expect(course.iterations).toHaveLength(theirs.steps.length);
      for (const [at, wanted] of theirs.steps.entries()) {
        const total = course.iterations[at]?.total ?? Number.NaN;
        expect(Math.abs(total / wanted - 1), `step ${at + 1}`).toBeLessThan(1e-3);
      }
    },
    120_000,
  );

  test.each(Object.entries(variationAt(384 * 512)))(
    'total variation of %s is weighed for the size that the preset has',
    (name, weight) => {
      const own = preset(name).nodes.variation?.params.weight;
      expect(Math.abs(Number(own) / weight - 1)).toBeLessThan(0.01);
    },
  );

  test.each(restated)(
    '%s, its weights restated for VGG-19 lite, gives each layer the pull that it has on VGG-19',
    async (name, { set }) => {
      backend = await openForTest('wasm');
      const start = { path: 'picture.noise', text: '0.5' };
      const alone = settings({ iterations: 1 });
      const there = await paintedBy(preset(name), [...set, start, ...alone]);
      const lite = await paintedBy(preset(name), [start, ...alone], 'lite');
      for (const { name: term, value, weight } of there.iterations[0]?.terms ?? []) {
        const same = lite.iterations[0]?.terms.find(each => each.name === term);
        const ratio = ((same?.value ?? Number.NaN) * (same?.weight ?? Number.NaN)) / (value * weight);
        // Within what it varies by from picture to picture.
        expect(Math.abs(Math.log2(ratio)), term).toBeLessThan(1.3);
      }
    },
  );

  /** The losses at each iteration and the last picture, at the test's size. */
  async function paintedBy(document: GraphDocument, set: Set, encoder = `folder:${vgg19Folder}`) {
    const images = ['content', 'style'].map(node => ({ node, reference: `file:${node}.png` }));
    const isPreset = Object.values(document.nodes).some(({ kind }) => kind === 'resize');
    const adjustments = { images, encoder, set, ...(isPreset && { size: width }) };
    const told = [];
    let last: HostTensor | undefined;
    for await (const event of renderGraph(document, { sources, ...(backend && { backend }), adjustments })) {
      if (event.type === 'refused' || event.type === 'failed') throw new Error(JSON.stringify(event));
      if (event.type === 'iteration') told.push({ total: event.total, terms: event.terms });
      if (event.type === 'result') last = event.picture;
    }
    if (!last) throw new Error('Nothing was painted.');
    return { iterations: told, picture: last };
  }
});

const settings = (values: Readonly<Record<string, string | number>>): Set =>
  Object.entries(values).map(([name, value]) => ({ path: `optimiser.${name}`, text: String(value) }));

const plainDescent = settings({
  ...{ method: 'momentum', beta1: 0, clamp: 'false', gradient: 'plain', averaging: 0 },
});

/** What follows L-BFGS' own line search follows nothing else: steps of one length show the same loss. */
function courseOf(name: string): Set {
  if (name === 'style-transfer-pytorch')
    return [{ path: 'scales.smallest', text: '64' }, ...settings({ iterations })];
  if (name === 'tensorflow-tutorial') return settings({ iterations: 3 });
  return [...plainDescent, ...settings({ gradient: 'normalised', learningRate: 0.01, iterations: 3 })];
}

function preset(name: string): GraphDocument {
  const parsed = parseDocument(readFileSync(`${presets}${name}.gramarye.json`, 'utf8'));
  if (!parsed.ok) throw new Error(`${name} does not open.`);
  return parsed.value.document;
}

/** Started between content and style, where no term is nothing. */
function fromBlend(document: GraphDocument): GraphDocument {
  const { content } = document.nodes;
  if (!content) throw new Error('The graph has no content.');
  const blend = { ...content, params: { source: 'file:blend.png' } };
  const edges = Object.entries(document.edges).map(([id, edge]) => {
    const starts = edge.to.node === 'picture' && edge.to.port === 'start';
    return [id, starts ? { ...edge, from: { node: 'blend', port: 'image' } } : edge] as const;
  });
  const picture = document.nodes.picture;
  const nodes = { ...document.nodes, blend, ...(picture && { picture: { ...picture, params: {} } }) };
  return { ...document, nodes, edges: Object.fromEntries(edges) };
}

const norm = (numbers: readonly number[]): number => Math.hypot(...numbers);
