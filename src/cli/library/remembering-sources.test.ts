import { expect, test } from 'vitest';
import { randomEncoder } from '../../../models/random.ts';
import { noNetwork } from '../../graph/network.ts';
import { message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { rememberingSources } from './remembering-sources.ts';
import type { Sources } from './sources.ts';

function counting(): { readonly asked: string[]; readonly sources: Sources } {
  const asked: string[] = [];
  const sources = rememberingSources({
    image: async reference => {
      asked.push(reference);
      return failure(message('file.missing', { file: reference }));
    },
    network: async reference => noNetwork(reference),
    encoder: async reference => {
      asked.push(reference);
      return success(randomEncoder(1));
    },
  });
  return { asked, sources };
}

test('what was opened lately is opened once; what was asked for longest ago is forgotten first', async () => {
  const { asked, sources } = counting();
  for (const name of ['a', 'b', 'a', 'c', 'a', 'd', 'a']) await sources.encoder(name);
  expect(asked).toEqual(['a', 'b', 'c', 'd']);
  await sources.encoder('b');
  expect(asked.length).toBe(5);
  await sources.image('a');
  expect(asked.length).toBe(6);
});

test('what could not be opened is tried again', async () => {
  const { asked, sources } = counting();
  await Promise.all([sources.image('a'), sources.image('a')]);
  expect(asked).toEqual(['a']);
  await sources.image('a');
  expect(asked).toEqual(['a', 'a']);
});
