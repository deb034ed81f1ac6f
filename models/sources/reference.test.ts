import { expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { parseReference } from './reference.ts';

test('lite, a name, a seed, a folder and a file are references', () => {
  expect(parseReference('lite')).toEqual({ ok: true, value: { type: 'lite' } });
  expect(parseReference('model:vgg19')).toEqual({ ok: true, value: { type: 'kept', name: 'vgg19' } });
  expect(parseReference('file:../my vgg.h5')).toEqual({
    ok: true,
    value: { type: 'file', path: '../my vgg.h5' },
  });
  expect(parseReference('random:7')).toEqual({ ok: true, value: { type: 'random', seed: 7 } });
  expect(parseReference('folder:../my models/vgg:19')).toEqual({
    ok: true,
    value: { type: 'folder', path: '../my models/vgg:19' },
  });
});

test('R8 anything else is refused and told how to write one', () => {
  const wrong = [
    '',
    'random:',
    'random:-1',
    'random:1.5',
    'random:99999999999999999',
    'folder:',
    'file:',
    'model:',
    'lite:',
    'vgg19',
    'url:x',
  ];
  for (const reference of wrong) {
    const parsed = parseReference(reference);
    expect(parsed.ok ? '' : say(parsed.reason), reference).toMatch(
      `“${reference}” names no encoder. Write lite, model:`,
    );
  }
});
