import { expect, test } from 'vitest';
import { type Picture, PictureStream, type PictureStreamOptions } from './picture-stream.ts';
import type { Frame } from './protocol.ts';

const picture = (iteration: number, side = 2): Picture => ({
  iteration,
  pixels: { shape: [side, side, 3], data: new Float32Array(side * side * 3).fill(iteration / 255) },
});

/** Everything that was promised has come about. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve));

function open(atRest: PictureStreamOptions['atRest'] = () => undefined) {
  const frames: Frame[] = [];
  const stream = new PictureStream({ send: frame => frames.push(frame), atRest });
  stream.watch({ a: { size: 64 } });
  /** What a painting does after each iteration. */
  const paint = (iteration: number): boolean => {
    const wanted = stream.wants('a');
    if (wanted) stream.offer('a', picture(iteration));
    return wanted;
  };
  const iterations = () => frames.map(({ iteration }) => iteration);
  const take = async (frame = frames.at(-1)) => {
    stream.taken(frame?.number ?? 0);
    await settled();
  };
  return { stream, frames, paint, iterations, take };
}

test('R10 a page that never takes a frame gets one, and nothing more is read back', async () => {
  const { stream, paint, iterations } = open();
  const read = Array.from({ length: 500 }, (_, i) => paint(i + 1)).filter(Boolean).length;
  await settled();
  expect(read).toBe(1);
  expect(iterations()).toEqual([1]);
  expect(stream.counts).toEqual({ passed: 500, sent: 1, skipped: 499 });
});

test('a slow page skips frames and then gets the newest', async () => {
  const { paint, iterations, take } = open();
  for (let i = 1; i <= 5; i++) paint(i);
  await settled();
  await take();
  for (let i = 6; i <= 9; i++) paint(i);
  await settled();
  expect(iterations()).toEqual([1, 6]);
});

test('the last picture comes even if the page was behind when it was painted', async () => {
  const { stream, paint, iterations, take } = open();
  paint(1);
  await settled();
  stream.offer('a', picture(7));
  stream.offer('a', picture(8));
  await settled();
  expect(iterations()).toEqual([1]);
  await take();
  expect(iterations()).toEqual([1, 8]);
  expect(stream.counts).toEqual({ passed: 3, sent: 2, skipped: 1 });
});

test('what the device has drawn is sent as it is; whatever nobody gets to see is closed', async () => {
  const { stream, frames, iterations, take } = open();
  const closed: number[] = [];
  const drawn = (iteration: number): Picture => ({
    iteration,
    bitmap: { width: 6, height: 4, close: () => closed.push(iteration) },
    full: { width: 60, height: 40 },
  });
  for (const iteration of [1, 2, 3]) stream.offer('a', drawn(iteration));
  stream.offer('b', drawn(4));
  await settled();
  await take();
  expect(iterations()).toEqual([1, 3]);
  expect(frames[1]).toMatchObject({ width: 6, height: 4, full: { width: 60, height: 40 } });
  expect(closed).toEqual([2, 4]);
});

test('what is paused while the page is behind is read when the page is ready', async () => {
  let rests = false;
  const { paint, iterations, take } = open(() => (rests ? Promise.resolve(picture(4)) : undefined));
  for (let i = 1; i <= 4; i++) paint(i);
  await settled();
  rests = true;
  await take();
  expect(iterations()).toEqual([1, 4]);
  await take();
  expect(iterations()).toEqual([1, 4]);
});

test('going back shows the picture that was gone back to', async () => {
  let now = 5;
  const { stream, iterations, take } = open(() => Promise.resolve(picture(now)));
  await settled();
  await take();
  now = 2;
  stream.moved('a');
  await settled();
  expect(iterations()).toEqual([5, 2]);
});

test('a picture that is watched in another size is sent again in that size', async () => {
  const { stream, frames, take } = open(() => Promise.resolve(picture(1, 32)));
  await settled();
  await take();
  stream.watch({ a: { size: 8 } });
  await settled();
  expect(frames.map(({ width, height }) => [width, height])).toEqual([
    [32, 32],
    [8, 8],
  ]);
  expect(frames[1]?.full).toEqual({ width: 32, height: 32 });
});

test('what is watched no more is not read, and one frame is under way when it is watched again', async () => {
  const { stream, paint, frames, take } = open();
  paint(1);
  await settled();
  stream.watch({});
  expect(paint(2)).toBe(false);
  stream.watch({ a: { size: 64 } });
  expect(paint(3)).toBe(false);
  await take(frames[0]);
  expect(paint(4)).toBe(true);
});

test('pictures are independent of one another', async () => {
  const { stream, frames } = open();
  stream.watch({ a: { size: 64 }, b: { size: 64 } });
  for (const node of ['a', 'b', 'c']) {
    for (let i = 1; i <= 3; i++) if (stream.wants(node)) stream.offer(node, picture(i));
  }
  await settled();
  expect(frames.map(({ node, iteration }) => `${node} ${iteration}`)).toEqual(['a 1', 'b 1']);
});

test('R8 a read-back that a lost device never answers is not waited for', async () => {
  const { stream, iterations } = open();
  expect(stream.wants('a')).toBe(true);
  stream.forget();
  expect(stream.wants('a')).toBe(true);
  stream.offer('a', picture(9));
  await settled();
  expect(iterations()).toEqual([9]);
});

test('a bitmap that cannot be made is skipped, and the next one is tried', async () => {
  const frames: Frame[] = [];
  let fails = true;
  const stream = new PictureStream({
    send: frame => frames.push(frame),
    atRest: () => undefined,
    imageOf: ({ rgba }) => {
      if (fails) throw new Error('no room');
      return rgba;
    },
  });
  stream.watch({ a: { size: 64 } });
  for (const iteration of [1, 2]) {
    if (stream.wants('a')) stream.offer('a', picture(iteration));
    await settled();
    fails = false;
  }
  expect(frames.map(({ iteration }) => iteration)).toEqual([2]);
});
