import { expect, test } from 'vitest';
import { differencesFrom } from './tell-differences.ts';

test('R9 a picture or an encoder that is another under the same name is told, one that is not here is not', () => {
  const image = (hash: string) => ({ hash, width: 4, height: 4 });
  const recipe = {
    images: { 'file:cat.jpg': image('a'), 'file:dog.jpg': image('b'), 'sample:lake': image('c') },
    encoders: { lite: '1', 'model:vgg19': '2' },
  };
  const here = {
    images: { 'file:cat.jpg': image('x'), 'sample:lake': image('c') },
    encoders: { lite: '1', 'model:vgg19': '3' },
  };
  expect(differencesFrom(recipe, here).map(({ id, values }) => [id, values])).toEqual([
    ['share.other-encoder', { reference: 'model:vgg19' }],
    ['share.other-image', { reference: 'file:cat.jpg' }],
  ]);
  expect(differencesFrom(recipe, { images: {}, encoders: {} })).toEqual([]);
});
