import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { encoderReference } from './encoder-argument.ts';

const folder = mkdtempSync(join(tmpdir(), 'gramarye-argument-'));
mkdirSync(join(folder, 'net'));
writeFileSync(join(folder, 'net', 'model.json'), '{}');
writeFileSync(join(folder, 'weights'), '');
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['lite', 'random:7', 'model:vgg19'])('%s is a reference already', text => {
  expect(encoderReference(text)).toBe(text);
});

test('a name is an encoder that is kept', () => {
  expect(encoderReference('vgg19')).toBe('model:vgg19');
  expect(encoderReference('my-net.2')).toBe('model:my-net.2');
});

test('a path starts from where the command is given', () => {
  const from = relative(process.cwd(), folder);
  expect(encoderReference(join(from, 'net'))).toBe(`folder:${join(folder, 'net')}`);
  expect(encoderReference(`folder:${join(from, 'net')}`)).toBe(`folder:${join(folder, 'net')}`);
  expect(encoderReference(join(from, 'net', 'model.json'))).toBe(`folder:${join(folder, 'net')}`);
  expect(encoderReference(join(from, 'weights'))).toBe(`file:${join(folder, 'weights')}`);
});

test('what is not there is what it looks like', () => {
  expect(encoderReference('./vgg')).toBe(`folder:${resolve('vgg')}`);
  expect(encoderReference('Vgg')).toBe(`folder:${resolve('Vgg')}`);
  expect(encoderReference('vgg.safetensors')).toBe(`file:${resolve('vgg.safetensors')}`);
});
