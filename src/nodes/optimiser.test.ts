import { describe, expect, test } from 'vitest';
import type { ParameterValue } from '../graph/document.ts';
import { relevantParameters } from '../graph/relevance.ts';
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

test('a parameter that is not shown changes nothing', () => {
  const shown = (values: Readonly<Record<string, ParameterValue>>) =>
    relevantParameters(optimiser.params, values);
  expect(shown({})).toContain('beta2');
  expect(shown({})).not.toContain('memory');
  expect(shown({ method: 'lbfgs' })).toContain('memory');
  const others = { beta1: 0.5, beta2: 0.5, epsilon: 0.1, memory: 3, decay: 0.5, decayEvery: 7 };
  const said = (asked: Optimisation) => JSON.stringify({ ...asked, picture: undefined });
  for (const method of ['adam', 'momentum', 'lbfgs']) {
    for (const schedule of ['constant', 'cosine', 'steps']) {
      const chosen = { method, schedule };
      const hidden = Object.entries({ ...others, gradient: 'normalised' }).filter(
        ([name]) => !shown(chosen).includes(name),
      );
      expect(hidden).not.toEqual([]);
      expect(said(askedWith({ ...chosen, ...Object.fromEntries(hidden) }))).toBe(said(askedWith(chosen)));
    }
  }
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

  test('L-BFGS is fed nothing but the size of its first step, and takes the gradient as it is', () => {
    const { rule, settings, normalise } = askedWith({ method: 'lbfgs', memory: 3, gradient: 'normalised' });
    expect(rule.state.filter(name => name.startsWith('step'))).toEqual(['step0', 'step1', 'step2']);
    expect([settings, normalise]).toEqual([{ learningRate: live('learningRate') }, false]);
  });

  test('a schedule says how the learning rate falls; what it does not read makes no other painting', () => {
    const constant = { course: 'constant', decay: 1, every: 1, warmUp: 0 };
    expect(askedWith().stepSizes).toEqual(constant);
    expect(askedWith({ decay: 0.5, decayEvery: 7 }).stepSizes).toEqual(constant);
    expect(askedWith({ schedule: 'cosine', decay: 0.5, warmUp: 4 }).stepSizes).toEqual({
      course: 'cosine',
      decay: 0.5,
      every: 1,
      warmUp: 4,
    });
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

  test('a normalised step of gradient descent is as long as the learning rate, whatever the loss weighs', async () => {
    const stepOf = async (weight: number) => {
      const optimiser = { method: 'momentum', gradient: 'normalised', learningRate: 0.01, clamp: false };
      const pictures = [0, 1].map(async iterations => {
        const styleLoss = { weight };
        const document = gatys({ optimiser: { ...optimiser, iterations: iterations + 1 }, styleLoss });
        return eventOf(await paintAll(document), 'result').picture.data;
      });
      const [first, second] = await Promise.all(pictures);
      const square = (second ?? new Float32Array()).reduce(
        (sum, value, at) => sum + (value - (first?.[at] ?? 0)) ** 2,
        0,
      );
      return Math.sqrt(square / (second?.length ?? 1));
    };
    // The second step is the second gradient and nine tenths of the first, both of length 0.01.
    for (const weight of [1, 1000]) expect(await stepOf(weight)).toBeLessThanOrEqual(0.0190001);
    expect(await stepOf(1000)).toBeGreaterThan(0.005);
  });

  test('a schedule that ends at nothing stops the picture there', async () => {
    const steps = { learningRate: 0.05, schedule: 'steps', decay: 0, decayEvery: 2 };
    const at = async (iterations: number) =>
      eventOf(await paintAll(gatys({ optimiser: { ...steps, iterations } })), 'result').picture.data;
    expect(await at(5)).toEqual(await at(2));
    expect(await at(2)).not.toEqual(await at(1));
  });

  test('either method lowers the loss', async () => {
    for (const params of [{ learningRate: 0.02 }, { method: 'momentum', learningRate: 0.005 }]) {
      const events = await paintAll(gatys({ optimiser: { iterations: 8, ...params } }));
      const totals = events.flatMap(event => (event.type === 'iteration' ? [event.total] : []));
      expect(totals.at(-1)).toBeLessThan(totals[0] ?? 0);
    }
  });
});
