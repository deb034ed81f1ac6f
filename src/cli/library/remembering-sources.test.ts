import { expect, test } from 'vitest';
import { message } from '../../language/message.ts';
import { failure } from '../../language/result.ts';
import { rememberingSources } from './remembering-sources.ts';

test('what was opened lately is opened once; what was asked for longest ago is forgotten first', async () => {
  const asked: string[] = [];
  const open = async (reference: string) => {
    asked.push(reference);
    return failure(message('file.missing', { file: reference }));
  };
  const sources = rememberingSources({ image: open, encoder: open });
  for (const name of ['a', 'b', 'a', 'c', 'a', 'd', 'a']) await sources.encoder(name);
  expect(asked).toEqual(['a', 'b', 'c', 'd']);
  await sources.encoder('b');
  expect(asked.length).toBe(5);
  await sources.image('a');
  expect(asked.length).toBe(6);
});
