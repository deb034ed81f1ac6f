/** The presets that Gramarye brings open, compile, paint, travel, and are saved as they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { presetCatalogue } from '../presets/catalogue.ts';
import { chineseTitles } from '../presets/node-titles.ts';
import { emptyDocument } from '../src/graph/document.ts';
import { copyFragment, pasteFragment } from '../src/graph/gestures/paste.ts';
import { nodesAsThings } from '../src/graph/gestures/thing.ts';
import { recipeInPng, withRecipe } from '../src/graph/share/png/recipe-in-png.ts';
import {
  applyEdits,
  checkGraph,
  fileSources,
  type GraphDocument,
  parseDocument,
  readLink,
  renderGraph,
  serialiseDocument,
  writeLink,
} from '../src/index.ts';
import { nodeKinds } from '../src/nodes/registry.ts';

const folder = fileURLToPath(new URL('../presets/', import.meta.url));
const ending = '.gramarye.json';
const presets = readdirSync(folder).flatMap(file =>
  file.endsWith(ending) ? [file.slice(0, -ending.length)] : [],
);
const sources = fileSources(folder);
const tinyPng = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

describe.each(presets)('the preset %s', name => {
  const text = readFileSync(folder + name + ending, 'utf8');
  const document = opened(text);

  test('compiles to a plan with a picture at its end, and nothing is to be said of it', async () => {
    const checked = await checkGraph(text, { sources });
    if (!checked.ok) throw new Error(JSON.stringify(checked.reason));
    expect([checked.value.notes, checked.value.validated.warnings]).toEqual([[], []]);
    expect(checked.value.plan.outputs.length).toBeGreaterThan(0);
  });

  test('paints a picture of its own, small', async () => {
    const adjustments = { size: 64, ...(text.includes('"optimiser"') && { iterations: 2 }) };
    const pictures = [];
    const problems = [];
    for await (const event of renderGraph(text, { sources, backend: 'wasm', adjustments })) {
      if (event.type === 'refused' || event.type === 'failed') problems.push(event);
      if (event.type === 'output') pictures.push(event.picture);
    }
    expect(problems).toEqual([]);
    expect(pictures).toHaveLength(
      Object.values(document.nodes).filter(({ kind }) => kind === 'output').length,
    );
    for (const { data } of pictures) {
      expect(data.every(Number.isFinite)).toBe(true);
      expect(new Set(data).size).toBeGreaterThan(100);
    }
  });

  test('is written as Gramarye itself would save it', () => {
    expect(serialiseDocument(document)).toBe(text);
  });

  test('comes back exactly from a picture that carries it', () => {
    const { painted, encoders, images } = { painted: {}, encoders: {}, images: {} };
    const recipe = { document, gramarye: '1', backend: 'wasm', repeatable: true, painted, encoders, images };
    const png = withRecipe(tinyPng, recipe);
    expect(png.ok && recipeInPng(png.value)).toMatchObject({ ok: true, value: { document, repairs: [] } });
  });

  test('comes back exactly from a link', () => {
    expect(readLink(writeLink({ document }))).toMatchObject({ ok: true, value: { document, repairs: [] } });
  });

  test('comes back exactly from the clipboard', () => {
    const nodes = Object.values(document.nodes);
    const corner = {
      x: Math.min(...nodes.map(({ position }) => position.x)),
      y: Math.min(...nodes.map(({ position }) => position.y)),
    };
    const copied = copyFragment(document, nodesAsThings(Object.keys(document.nodes)));
    const pasted = pasteFragment(emptyDocument, nodeKinds, copied, corner);
    const applied = pasted.ok ? applyEdits(emptyDocument, pasted.value.edits) : undefined;
    expect(applied?.ok && { ...applied.value, title: document.title }).toEqual(document);
  });

  test('has its words in the catalogue, and the picture that it paints', async () => {
    expect(presetCatalogue.map(words => words.name)).toContain(name);
    const { width, height } = await sharp(`${folder}thumbnails/${name}.webp`).metadata();
    expect({ width, height }).toEqual({ width: 256, height: 192 });
  });
});

test('the catalogue has each preset once', () => {
  const names = presetCatalogue.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test('every kind of node is in a preset, but for what needs a network of somebody else’s', () => {
  const inPresets = new Set(
    presets.flatMap(name =>
      Object.values(opened(readFileSync(folder + name + ending, 'utf8')).nodes).map(({ kind }) => kind),
    ),
  );
  const missing = nodeKinds.kinds.map(({ kind }) => kind).filter(kind => !inPresets.has(kind));
  expect(missing).toEqual(['generator']);
});

test('every title of a node in a preset has a Chinese one', () => {
  const titles = presets.flatMap(name =>
    Object.values(opened(readFileSync(folder + name + ending, 'utf8')).nodes).flatMap(
      ({ title }) => title ?? [],
    ),
  );
  expect(titles.filter(title => !Object.hasOwn(chineseTitles, title))).toEqual([]);
});

test('Gatys’ graph paints on without its content loss, which is muted', async () => {
  const gatys = opened(readFileSync(`${folder}gatys.gramarye.json`, 'utf8'));
  const muted = applyEdits(gatys, [{ type: 'set-flow', node: 'contentLoss', flow: 'muted' }]);
  if (!muted.ok) throw new Error(muted.reason.id);
  const checked = await checkGraph(muted.value, { sources });
  const terms = checked.ok ? checked.value.plan.stages.flatMap(stage => stage.terms) : [];
  expect(new Set(terms.map(({ name }) => name.split('/')[0]))).toEqual(new Set(['style', 'variation']));
});

function opened(text: string): GraphDocument {
  const parsed = parseDocument(text);
  if (!parsed.ok || parsed.value.repairs.length > 0) throw new Error('It does not open as it is.');
  return parsed.value.document;
}
