import { expect, test } from 'vitest';
import { givenToTorch, pythonWithTorch } from './torch.ts';

test('PyTorch’s side is given every weight and both pictures, as numbers one after another', () => {
  const files = givenToTorch({ side: 4, count: 1, encoder: 'lite', threads: 1 });
  const order: { layers: { name: string; channels: number }[] } = JSON.parse(String(files['order.json']));
  let inputs = 3;
  let numbers = 0;
  for (const { channels } of order.layers) {
    numbers += 9 * inputs * channels + channels;
    inputs = channels;
  }
  expect(order.layers.at(-1)).toEqual({ name: 'conv5_1', channels: 256 });
  expect(files['encoder.bin']).toHaveLength(4 * numbers);
  expect(files['pictures.bin']).toHaveLength(4 * 2 * 4 * 4 * 3);
});

test('a Python that there is not, or that knows no torch, is passed over', () => {
  expect(pythonWithTorch(['no-such-python', process.execPath])).toBeUndefined();
});
