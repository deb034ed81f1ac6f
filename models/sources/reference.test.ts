import { expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { parseReference } from './reference.ts';

test('a seed and a folder are references', () => {
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
    'vgg19',
    'url:x',
  ];
  for (const reference of wrong) {
    const parsed = parseReference(reference);
    expect(parsed.ok ? '' : say(parsed.reason), reference).toMatch(
      `“${reference}” names no encoder. Write random:`,
    );
  }
});
