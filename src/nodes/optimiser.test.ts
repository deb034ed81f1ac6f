import { describe, expect, test } from 'vitest';
import type { LoweringContext, Optimisation } from '../runtime/compile/lowerable.ts';
import { Program } from '../runtime/ir/program.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { optimiser } from './optimiser.ts';
import { inferAlone, resolved } from './testing/alone.ts';
import { gatys } from './testing/graphs.ts';
import { eventOf, paintAll, trialFacts } from './testing/trial.ts';

onWasm();

/** What the node asks the compiler for. */
function askedWith(params = {}): Optimisation {
  const { ir } = new Program();
  const value = ir.carried({ picture: 'p', name: 'picture', shape: [4, 5, 3] });
  const asked: Optimisation[] = [];
  const context: LoweringContext = {
    node: 'alone',
    ir,
    facts: trialFacts,
    live: (param, entry) => ({ node: 'alone', param, ...(entry !== undefined && { entry }) }),
    present: () => {},
    optimise: optimisation => {
      asked.push(optimisation);
      return ir.outcome({ stage: '1', shape: value.shape });
    },
  };
  const picture = { type: 'picture', value, start: () => value } as const;
  const leaving = optimiser.lower(
    context,
    { picture, loss: { type: 'loss', terms: [] } },
    resolved(optimiser, params),
  );
  expect(leaving.result).toMatchObject({ type: 'result', value: { op: { name: 'outcome' } } });
  const [only] = asked;
  if (!only) throw new Error('It asked for nothing.');
  return only;
}

test('the result has the size of the picture', () => {
  const inferred = inferAlone(optimiser, {
    picture: { type: 'picture', shape: [9, 7, 3] },
    loss: { type: 'loss', terms: ['a'] },
  });
  expect(inferred).toEqual({ ok: true, value: { result: { type: 'result', shape: [9, 7, 3] } } });
});

describe('the method', () => {
  const live = (param: string) => ({ node: 'alone', param });

  test('Adam is the default, and R3 its learning rate, β₁, β₂ and ε are live', () => {
    const { rule, settings } = askedWith();
    expect(rule.name).toBe('adam');
    expect(settings).toEqual({
      learningRate: live('learningRate'),
      beta1: live('beta1'),
      beta2: live('beta2'),
      epsilon: live('epsilon'),
    });
  });

  test('gradient descent takes β₁ as its momentum', () => {
    const { rule, settings } = askedWith({ method: 'momentum' });
    expect(rule.name).toBe('momentum');
    expect(settings).toEqual({ learningRate: live('learningRate'), momentum: live('beta1') });
  });

  test('how long, clamped or not, averaged or not and from which seed is settled when it is compiled', () => {
    expect(askedWith({ iterations: 17, clamp: false, averaging: 0.5, seed: 9 })).toMatchObject({
      iterations: 17,
      clamp: false,
      averaging: 0.5,
      seed: 9,
    });
  });
});

describe('painting', () => {
  const range = async (clamp: boolean) => {
    const document = gatys({ optimiser: { iterations: 4, learningRate: 0.5, clamp } });
    const { data } = eventOf(await paintAll(document), 'result').picture;
    return { low: Math.min(...data), high: Math.max(...data) };
  };

  test('clamped, every pixel stays between 0 and 1', async () => {
    expect(await range(true)).toEqual({ low: 0, high: 1 });
  });

  test('unclamped, pixels may leave it', async () => {
    const { low, high } = await range(false);
    expect([low < 0, high > 1]).toEqual([true, true]);
  });

  test('either method lowers the loss', async () => {
    for (const params of [{ learningRate: 0.02 }, { method: 'momentum', learningRate: 0.005 }]) {
      const events = await paintAll(gatys({ optimiser: { iterations: 8, ...params } }));
      const totals = events.flatMap(event => (event.type === 'iteration' ? [event.total] : []));
      expect(totals.at(-1)).toBeLessThan(totals[0] ?? 0);
    }
  });
});
