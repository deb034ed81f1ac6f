import { expect, test } from 'vitest';
import { nodeKinds } from '../../../nodes/registry.ts';
import { withNumbers } from './with-numbers.ts';

test('a parameter’s number stands wherever its symbol does, and in no word', () => {
  expect(withNumbers(String.raw`(1 - a)\,\max(F, a) + \bar a`, { strength: 'a' }, { strength: 0.25 })).toBe(
    String.raw`(1 - \mathbf{0.25})\,\max(F, \mathbf{0.25}) + \bar \mathbf{0.25}`,
  );
});

test('a symbol that LaTeX names is found; a number too small to be written out is a power of ten', () => {
  const rule = nodeKinds.get('optimiser');
  const written = withNumbers(rule?.formula ?? '', rule?.symbols ?? {}, { learningRate: 0.0000002 });
  expect(written).toContain(String.raw`\mathbf{2\cdot 10^{-7}}`);
  expect(written).not.toContain(String.raw`\eta`);
});

test('what is no number leaves the symbol', () =>
  expect(withNumbers('a', { strength: 'a' }, { strength: 'lots' })).toBe('a'));
