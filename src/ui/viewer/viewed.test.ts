import { expect, test } from 'vitest';
import gatys from '../../../presets/gatys.gramarye.json?raw';
import pyramid from '../../../presets/pyramid.gramarye.json?raw';
import { parseDocument } from '../../graph/file/parse.ts';
import { edited } from '../../graph/testing/gesture.ts';
import { shownNode } from '../painting/shown-node.ts';
import { imagesOf, nameOf, optimisersBehind, startOf, viewable } from './viewed.ts';

function preset(text: string) {
  const opened = parseDocument(text);
  if (!opened.ok) throw new Error('A preset cannot be opened.');
  return opened.value.document;
}

test('an output stands for the optimiser that it shows', () => {
  expect(viewable(preset(gatys))).toEqual(['output']);
});

test('the stages of a pyramid that no output shows can be looked at, too', () => {
  const document = preset(pyramid);
  const [output = '', ...stages] = viewable(document);
  const behind = optimisersBehind(document, output);
  expect(behind.length).toBeGreaterThan(1);
  expect([...stages].sort()).toEqual(behind.slice(1).sort());
});

test('an optimiser that is stepped over is neither shown nor behind what is', () => {
  const document = edited(preset(gatys), { type: 'set-flow', node: 'optimiser', flow: 'bypassed' });
  expect(shownNode(document, 'output')).toBe('output');
  expect(viewable(document)).toEqual(['output']);
  expect(optimisersBehind(document, 'output')).toEqual([]);
});

test('an optimiser knows the picture that it starts from', () => {
  expect(startOf(preset(gatys), 'optimiser')).toBe('picture');
});

test('a node is called by its title, or else by its kind', () => {
  const document = preset(gatys);
  expect(imagesOf(document).map(id => nameOf(document, id))).toEqual([
    { en: 'Content', zh: 'Content' },
    { en: 'Style', zh: 'Style' },
  ]);
  expect(nameOf(document, 'output')).toEqual({ en: 'Output', zh: '输出' });
});
