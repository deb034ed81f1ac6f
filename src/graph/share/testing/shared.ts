/** Things to share, for tests. */
import { say } from '../../../language/message.ts';
import type { Result } from '../../../language/result.ts';
import type { Problem } from '../../problem.ts';
import { styleTransfer } from '../../testing/build.ts';
import type { Recipe } from '../recipe.ts';

/** The smallest JPEG that people have: 1×1, grey. */
export const smallJpeg =
  'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';

export const someRecipe: Recipe = {
  document: { ...styleTransfer, title: '星夜 “Starry”' },
  gramarye: '0.1.0',
  backend: 'wasm',
  repeatable: true,
  painted: { adam: { seed: 7, iterations: 200 } },
  encoders: { lite: 'ab'.repeat(32) },
  images: { 'sample:lake': { hash: 'cd'.repeat(32), width: 512, height: 384 } },
};

/** The sentences of a refusal; none where there was none. */
export const reasonsOf = (result: Result<unknown, readonly Problem[]>): readonly string[] =>
  result.ok ? [] : result.reason.map(({ reason }) => say(reason));
