import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';
import { Program } from './program.ts';
import { reachable } from './reachable.ts';

const picture = { hash: 'a', shape: [4, 6, 3] };

test('R2 the same op on the same inputs with the same attributes is the same value', () => {
  const { ir, values } = new Program();
  const first = ir.affine({ x: ir.image(picture) }, { factor: 2, offset: 1 });
  const second = ir.affine({ x: ir.image({ shape: [4, 6, 3], hash: 'a' }) }, { offset: 1, factor: 2 });
  expect(second).toBe(first);
  expect(values).toHaveLength(2);
});

test.each([
  ['op', { factor: 2, offset: 1 }, 'relu'],
  ['attribute', { factor: 3, offset: 1 }, 'affine'],
])('another %s is another value', (_, attributes, op) => {
  const { ir } = new Program();
  const x = ir.image(picture);
  const first = ir.affine({ x }, { factor: 2, offset: 1 });
  const second = op === 'relu' ? ir.relu({ x }) : ir.affine({ x }, attributes);
  expect(second).not.toBe(first);
});

test('another input is another value, and so are the same inputs the other way round', () => {
  const { ir } = new Program();
  const a = ir.image(picture);
  const b = ir.image({ ...picture, hash: 'b' });
  expect(ir.subtract({ a, b })).not.toBe(ir.subtract({ a: b, b: a }));
});

test('in which order inputs are written does not matter', () => {
  const { ir } = new Program();
  const a = ir.image(picture);
  const b = ir.image({ ...picture, hash: 'b' });
  expect(ir.subtract({ b, a })).toBe(ir.subtract({ a, b }));
  const [one, two] = [ir.live({ node: 'n', name: 'one' }), ir.live({ node: 'n', name: 'two' })];
  expect(ir.pack({ two, one })).toBe(ir.pack({ one, two }));
});

test('an optional input that is absent is the same as one that is undefined', () => {
  const program = new Program();
  const { ir } = program;
  const x = ir.image(picture);
  const kernel = ir.weight({ encoder: 'e', tensor: 'k', shape: [3, 3, 3, 2] });
  const plain = ir.conv2d({ x, kernel }, { padding: 1, relu: false });
  expect(program.append(plain.op, { x, kernel, bias: undefined }, { padding: 1, relu: false })).toBe(plain);
});

test('R6 a value knows its shape from the moment it is asked for', () => {
  const { ir } = new Program();
  const kernel = ir.weight({ encoder: 'e', tensor: 'k', shape: [3, 3, 3, 7] });
  const convolved = ir.conv2d({ x: ir.image(picture), kernel }, { padding: 1, relu: false });
  expect(convolved.shape).toEqual([4, 6, 7]);
  expect(ir.gram({ features: convolved }, { divisor: 24 }).shape).toEqual([7, 7]);
});

test('an op that has a simpler equal gives that instead', () => {
  const { ir } = new Program();
  const x = ir.image(picture);
  expect(ir.affine({ x }, { factor: 1, offset: 0 })).toBe(x);
  const zeros = ir.fill({}, { shape: x.shape, value: 0 });
  expect(ir.add({ a: x, b: zeros })).toBe(x);
});

test('R8 a value remembers every node that asked for it, in the order in which they did', () => {
  const program = new Program();
  const ask = () => program.ir.relu({ x: program.ir.image(picture) });
  const first = program.attributeTo(['content'], ask);
  const alone = program.attributeTo(['content'], () => program.ir.squareRoot({ x: first }));
  const second = program.attributeTo(['style', 'content'], ask);
  expect(second).toBe(first);
  expect([...first.origins]).toEqual(['content', 'style']);
  expect([...alone.origins]).toEqual(['content']);
});

test('attribution ends where it was asked to, even by an exception', () => {
  const program = new Program();
  expect(() =>
    program.attributeTo(['broken'], () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  const nested = program.attributeTo(['outer'], () => {
    program.attributeTo(['inner'], () => program.ir.image(picture));
    return program.ir.image({ ...picture, hash: 'b' });
  });
  expect([...nested.origins]).toEqual(['outer']);
  expect([...program.ir.image({ ...picture, hash: 'c' }).origins]).toEqual([]);
});

test('attributes are equal whatever the order of their names, and different numbers are different', () => {
  expect(canonical({ b: [1, { d: 2, c: 'x' }], a: null })).toBe(
    canonical({ a: null, b: [1, { c: 'x', d: 2 }] }),
  );
  expect(canonical({ a: undefined })).toBe(canonical({}));
  const texts = [1, '1', [1], [[1]], null, 'null', Number.NaN, Infinity, -Infinity, 1e-7, true].map(
    canonical,
  );
  expect(new Set(texts).size).toBe(texts.length);
});

test('what a value needs comes before it, each once, however it is reached', () => {
  const { ir } = new Program();
  const x = ir.image(picture);
  const left = ir.relu({ x });
  const right = ir.squareRoot({ x: left });
  const both = ir.add({ a: right, b: left });
  ir.clamp({ x }, { low: 0, high: 1 });
  expect(reachable([both, left])).toEqual([x, left, right, both]);
});

test('a program ten thousand values deep is walked without running out of stack', () => {
  const { ir } = new Program();
  let x = ir.image({ hash: 'a', shape: [] });
  for (let depth = 0; depth < 10_000; depth++) x = ir.squareRoot({ x });
  expect(reachable([x])).toHaveLength(10_001);
});
