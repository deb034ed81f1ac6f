import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { applyEdits } from '../apply.ts';
import { emptyDocument } from '../document.ts';
import { parseDocument } from '../file/parse.ts';
import { pasteFragment } from '../gestures/paste.ts';
import { nodesAsThings } from '../gestures/thing.ts';
import { anyDocument } from '../testing/arbitrary.ts';
import { build, styleTransfer } from '../testing/build.ts';
import { testRegistry } from '../testing/kinds.ts';
import {
  type Preset,
  presetOfDocument,
  presetOfSelection,
  readCollection,
  writeCollection,
} from './preset.ts';
import { reasonsOf, smallJpeg } from './testing/shared.ts';

const words = { title: '水墨 ink', summary: 'Two sentences. About ink.', tags: ['ink', '水墨'] };
const whole: Preset = { ...presetOfDocument(styleTransfer, words), thumbnail: smallJpeg };

function part(): Preset {
  const preset = presetOfSelection(
    styleTransfer,
    nodesAsThings(['style-gram', 'picture-gram', 'loss']),
    words,
  );
  if (!preset.ok) throw new Error(say(preset.reason));
  return preset.value;
}

describe('a collection', () => {
  test('comes back from its file as it was, whatever it holds', () => {
    expect(readCollection(writeCollection([whole, part()]))).toEqual({
      ok: true,
      value: { presets: [whole, part()], repairs: [] },
    });
    fc.assert(
      fc.property(anyDocument, document => {
        const preset = presetOfDocument(document, words);
        expect(readCollection(writeCollection([preset]))).toEqual({
          ok: true,
          value: { presets: [preset], repairs: [] },
        });
      }),
      { numRuns: 30 },
    );
  });

  test('is JSON that reads well, one thing a line', () => {
    const lines = writeCollection([presetOfDocument(build({ a: 'image' }), words)]).split('\n');
    expect(lines).toContain('      "title": "水墨 ink",');
    expect(lines).toContain('          "a": {');
  });

  test('D5 leaves out what is damaged, says so, and keeps the rest', () => {
    const text = writeCollection([whole, part(), whole]);
    const broken = text.replace('"kind": "optimiser"', '"kind": 3').replace(smallJpeg, 'data:text/html,<b>');
    const read = readCollection(broken);
    expect(read.ok && read.value.presets).toHaveLength(2);
    expect(read.ok && read.value.repairs.map(repair => say(repair))).toEqual([
      'Preset 1 (“水墨 ink”) was left out: `nodes.adam.kind` in the file should be a text; it is 3.',
    ]);
  });

  test('D5 is refused whole where it is none, is from the future, or has too many', () => {
    const text = writeCollection([whole]);
    expect(reasonsOf(readCollection('{}')).join()).toMatch(/not a collection/);
    expect(reasonsOf(readCollection(text.replace('"schema": 1', '"schema": 2'))).join()).toMatch(/newer/);
    expect(reasonsOf(readCollection(writeCollection(Array(501).fill(part())))).join()).toMatch(/501 presets/);
    expect(reasonsOf(readCollection(text.slice(0, -9))).join()).toMatch(/not valid JSON/);
  });
});

test('a selection becomes a preset that can be put into another graph, inner parameters and wires included', () => {
  expect(presetOfSelection(styleTransfer, [], words).ok).toBe(false);
  const pasted = pasteFragment(emptyDocument, testRegistry, part().graph, { x: 0, y: 0 });
  const applied = pasted.ok ? applyEdits(emptyDocument, pasted.value.edits) : undefined;
  expect(applied?.ok && Object.keys(applied.value.nodes).sort()).toEqual([
    'loss',
    'picture-gram',
    'style-gram',
  ]);
  expect(applied?.ok && Object.keys(applied.value.edges).sort()).toEqual(['loss.statistics', 'loss.target']);
  expect(parseDocument(part().graph).ok).toBe(true);
});
