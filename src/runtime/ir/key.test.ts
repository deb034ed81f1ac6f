import { expect, test } from 'vitest';
import { digest, keyOf, nameContent } from './key.ts';
import type { Op } from './op.ts';
import { type Ir, Program } from './program.ts';

const picture = { hash: 'a', shape: [4, 6, 3] };
const loss = (ir: Ir, hash = 'a', offset = 1) =>
  ir.meanSquare({ x: ir.affine({ x: ir.image({ ...picture, hash }) }, { factor: 2, offset }) });

test('R1 the same content has the same key, in whichever program and at whichever place it stands', () => {
  const [here, there] = [new Program(), new Program()];
  there.ir.relu({ x: there.ir.image({ ...picture, hash: 'another' }) });
  const [one, two] = [loss(here.ir), loss(there.ir)];
  expect(two.id).not.toBe(one.id);
  expect(keyOf(two)).toBe(keyOf(one));
});

test('R1 which nodes asked for a value is no part of its key', () => {
  const [here, there] = [new Program(), new Program()];
  const one = here.attributeTo(['content'], () => loss(here.ir));
  const two = there.attributeTo(['style', 'other'], () => loss(there.ir));
  expect(keyOf(two)).toBe(keyOf(one));
});

test('R1 other pixels, another attribute and another op each make another key', () => {
  const { ir } = new Program();
  const x = ir.image(picture);
  const keys = [loss(ir), loss(ir, 'b'), loss(ir, 'a', 2), x, ir.relu({ x }), ir.squareRoot({ x })].map(
    keyOf,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('R1 inputs that change places make another key', () => {
  const { ir } = new Program();
  const [a, b] = [ir.image(picture), ir.image({ ...picture, hash: 'b' })];
  expect(keyOf(ir.subtract({ a, b }))).not.toBe(keyOf(ir.subtract({ a: b, b: a })));
});

test('R1 a new version of an op makes another key, so that nothing computed by the old one survives', () => {
  const [here, there] = [new Program(), new Program()];
  const op: Op<'x'> = { name: 'test', version: 1, shape: ({ x }) => x, flops: () => 0, run: ({ x }) => x };
  const one = here.append(op, { x: here.ir.image(picture) }, {});
  const two = there.append({ ...op, version: 2 }, { x: there.ir.image(picture) }, {});
  expect(keyOf(two)).not.toBe(keyOf(one));
});

test('R1 whose picture and whose number a leaf is, is no part of its key', () => {
  const { ir } = new Program();
  const shape = picture.shape;
  const [mine, yours] = ['mine', 'yours'].map(node => ir.carried({ picture: node, name: 'picture', shape }));
  const [one, two] = ['one', 'two'].map(node => ir.live({ node, name: 'step' }));
  if (!mine || !yours || !one || !two) throw new Error('There are no leaves.');
  expect(yours).not.toBe(mine);
  expect(keyOf(yours)).toBe(keyOf(mine));
  expect(keyOf(two)).toBe(keyOf(one));
});

test('a leaf whose content is named has the key of that content, and so has all that is made of it', () => {
  const { ir } = new Program();
  const named = (stage: string, content: string) => {
    const leaf = ir.outcome({ stage, shape: picture.shape });
    nameContent(leaf, () => digest(content));
    return ir.relu({ x: leaf });
  };
  const [one, same, other] = [named('1', 'x'), named('2', 'x'), named('3', 'y')];
  expect(keyOf(same)).toBe(keyOf(one));
  expect(keyOf(other)).not.toBe(keyOf(one));
});

test('a value ten thousand ops deep has its key without running out of stack', () => {
  const { ir } = new Program();
  let x = ir.image({ hash: 'a', shape: [] });
  for (let depth = 0; depth < 10_000; depth++) x = ir.squareRoot({ x });
  expect(keyOf(x)).toMatch(/^[0-9a-f]{32}$/);
});

test('a key is made once, however often it is asked for', () => {
  const { ir } = new Program();
  const leaf = ir.outcome({ stage: 'first', shape: [4, 6, 3] });
  let made = 0;
  nameContent(leaf, () => digest(`content ${++made}`));
  const first = keyOf(leaf);
  keyOf(ir.relu({ x: leaf }));
  expect([keyOf(leaf), made]).toEqual([first, 1]);
});
