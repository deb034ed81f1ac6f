import { expect, test } from 'vitest';
import { build } from '../graph/testing/build.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { output } from './output.ts';
import { givenOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';
import { eventOf, paintAll, trialResources } from './testing/trial.ts';

onWasm();

test('nothing leaves an output', () => {
  expect(inferAlone(output, { image: { type: 'image', shape: [9, 7, 3] } })).toEqual({ ok: true, value: {} });
  expect(Object.keys(output.outputs)).toEqual([]);
});

test('it names its image as something that a person wants to see', () => {
  const given = givenOf({ picture: [9, 7, 3] });
  const { leaving, presented, program } = lowerAlone(output, ir => ({
    image: { type: 'image', value: leafOf(ir, given, 'picture') },
  }));
  expect(leaving).toEqual({});
  expect(presented).toEqual([leafOf(program.ir, given, 'picture')]);
});

test('an image is shown as it is, with nothing to optimise at all', async () => {
  const document = build(
    { image: { kind: 'image', source: 'sample:a-9x7' }, output: 'output', again: 'output' },
    ['image.image → output.image', 'image.image → again.image'],
  );
  const events = await paintAll(document);
  expect(events.map(({ type }) => type)).toEqual(['preparing', 'output', 'output']);
  const source = trialResources.image('sample:a-9x7');
  expect(eventOf(events, 'output').picture.data).toEqual(source.ok && source.value.data);
});
