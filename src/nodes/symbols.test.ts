import { expect, test } from 'vitest';
import { nodeKinds } from './registry.ts';

test('a symbol is one of the formula, for a parameter that is a number', () => {
  for (const { kind, formula, symbols = {}, params } of nodeKinds.kinds) {
    for (const [param, symbol] of Object.entries(symbols)) {
      expect(formula, kind).toContain(symbol);
      expect(params[param]?.control.type, `${kind}.${param}`).toBe('number');
    }
  }
});
