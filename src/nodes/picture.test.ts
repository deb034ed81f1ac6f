import { describe, expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { evaluateWith } from '../runtime/testing/evaluate-with.ts';
import { both, each, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { picture } from './picture.ts';
import { computed, givenOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';

onWasm();

const given = givenOf({ start: [9, 7, 3] }, 0, 1);
const { start = scalar(0) } = given;

function lowered(noise: number) {
  const { leaving, program } = lowerAlone(
    picture,
    ir => ({ start: { type: 'image', value: leafOf(ir, given, 'start') } }),
    { noise },
  );
  const wire = leaving.picture;
  if (wire?.type !== 'picture') throw new Error('No picture leaves it.');
  return { ...wire, ir: program.ir };
}

async function noiseOf(seed: number) {
  const [drawn] = await evaluateWith(
    [lowered(0).ir.noise({}, { shape: start.shape, seed })],
    () => undefined,
  );
  return drawn ?? scalar(0);
}

const clamped = (value: number) => Math.min(1, Math.max(0, value));

test('a picture has the size of what it starts from', () => {
  const inferred = inferAlone(picture, { start: { type: 'image', shape: [9, 7, 3] } });
  expect(inferred).toEqual({ ok: true, value: { picture: { type: 'picture', shape: [9, 7, 3] } } });
  expect(lowered(0.5).value.shape).toEqual([9, 7, 3]);
});

test('it is carried by the loop of whoever paints it', () => {
  const { value } = lowered(0.5);
  expect(value.op.name).toBe('carried');
  expect(value.attributes).toMatchObject({ picture: 'alone', name: 'picture' });
});

describe('it starts', () => {
  test('from the image itself where there is no noise', async () => {
    expect((await computed(lowered(0).start(3), given)).data).toEqual(start.data);
  });

  test('from a mixture: noise around grey, clamped to what a picture can hold', async () => {
    const drawn = await noiseOf(3);
    const expected = both(start, drawn, (image, noise) => clamped(0.6 * image + 0.4 * (0.5 + 0.25 * noise)));
    expectClose(await computed(lowered(0.4).start(3), given), expected);
  });

  test('from noise alone, whatever the image shows', async () => {
    const { start: startOf, ir } = lowered(1);
    const value = startOf(3);
    expectClose(
      await computed(value, {}),
      each(await noiseOf(3), noise => clamped(0.5 + 0.25 * noise)),
    );
    expect(ir.clamp({ x: value }, { low: 0, high: 1 })).not.toBe(value);
  });

  test('R9 the same with the same seed, and otherwise with another', async () => {
    const [one, same, other] = await Promise.all(
      [3, 3, 4].map(seed => computed(lowered(0.4).start(seed), given)),
    );
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });
});
