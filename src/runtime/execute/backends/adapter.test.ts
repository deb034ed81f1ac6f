import { expect, test } from 'vitest';
import { describeAdapter, isSoftware } from './adapter.ts';

test.each([
  [{ vendor: 'google', architecture: 'swiftshader' }, true],
  [{ vendor: 'mesa', description: 'llvmpipe (LLVM 15.0.6, 256 bits)' }, true],
  [{ vendor: 'microsoft', description: 'Microsoft Basic Render Driver' }, true],
  [{ vendor: 'intel', isFallbackAdapter: true }, true],
  [{ vendor: 'nvidia', architecture: 'ampere' }, false],
  [{ vendor: 'apple', architecture: 'metal-3', description: 'Apple M1 Max' }, false],
  [{}, false],
])('%o is a GPU in software: %s', (info, software) => {
  expect(isSoftware(info)).toBe(software);
});

test('an adapter is called by its description, else by its maker', () => {
  expect(describeAdapter({ vendor: 'apple', description: 'Apple M1 Max' })).toBe('Apple M1 Max');
  expect(describeAdapter({ vendor: 'nvidia', architecture: 'ampere' })).toBe('nvidia ampere');
  expect(describeAdapter({})).toBe('GPU');
});
