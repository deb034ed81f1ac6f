/** Graphs at random either become a picture or are refused with a reason, and mean what they say whatever their ids. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import type { Checked } from '../../graph/problem.ts';
import { validate } from '../../graph/validate.ts';
import { say } from '../../language/message.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { forecast, type PartForecast } from '../../runtime/compile/forecast.ts';
import type { Plan } from '../../runtime/compile/plan.ts';
import { canonical } from '../../runtime/ir/canonical.ts';
import { keyOf } from '../../runtime/ir/key.ts';
import type { Value } from '../../runtime/ir/value.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { watchBytes } from '../../runtime/testing/watch-bytes.ts';
import { nodeKinds } from '../registry.ts';
import { anyGraph } from '../testing/any-graph.ts';
import { renamed } from '../testing/graphs.ts';
import { computedBy } from '../testing/plans.ts';
import { paintAll, trialFacts } from '../testing/trial.ts';

onWasm();

function planned(document: GraphDocument): Checked<Plan> {
  const checked = validate(document, nodeKinds, trialFacts);
  return checked.ok ? compile(checked.value, nodeKinds, trialFacts) : checked;
}

test('any graph either compiles or is refused, each reason a sentence at a place, and never throws', () => {
  const met = { compiled: 0, refused: 0 };
  fc.assert(
    fc.property(anyGraph, document => {
      const plan = planned(document);
      met[plan.ok ? 'compiled' : 'refused']++;
      if (plan.ok) return;
      expect(plan.reason.length).toBeGreaterThan(0);
      for (const { reason, node } of plan.reason) {
        expect(say(reason, 'en')).toMatch(/[.!?]$/);
        expect(say(reason, 'zh').length).toBeGreaterThan(5);
        expect(node === undefined || Object.hasOwn(document.nodes, node)).toBe(true);
      }
    }),
    { numRuns: 600 },
  );
  // Else the property says nothing about one of the two.
  expect(met.compiled).toBeGreaterThan(30);
  expect(met.refused).toBeGreaterThan(30);
});

const owners = new Set(['node', 'picture', 'stage']);

/** An op, its attributes and its shape; whose leaf it is, which is by id, left out. */
function fingerprint({ op, attributes, shape, operands }: Value): string {
  const own = Object.fromEntries(Object.entries(attributes).filter(([name]) => !owners.has(name)));
  return `${op.name} ${canonical(own)} → ${shape.join('×')} of ${operands.map(({ op: { name } }) => name).join()}`;
}

/** What a plan means, nothing of it by id. */
const meaningOf = (plan: Plan) => ({
  computed: computedBy(plan).map(fingerprint).sort(),
  once: plan.stages.map(({ once }) => once.map(keyOf).sort()),
  results: [
    ...plan.stages.map(({ outcome }) => keyOf(outcome)),
    ...plan.outputs.map(({ value }) => keyOf(value)),
  ],
  terms: plan.stages.map(({ terms }) => terms.map(({ name, value }) => [name, keyOf(value)])),
});

const figuresOf = (plan: Plan) => {
  const { stages, outputs, peakBytes, largest } = forecast(plan);
  const numbers = (part: PartForecast) => [part.ops, part.flops, part.peakBytes];
  return {
    stages: stages.map(({ once, loop, heldBytes }) => [...numbers(once), ...numbers(loop), heldBytes]),
    outputs: numbers(outputs),
    peakBytes,
    largest: largest.bytes,
  };
};

const numbered = (id: string) => `${'zyxwvutsrq'.charAt(Number(id.slice(1)) % 10)}-${id}`;

test('R1 all nodes renamed and moved, it is the same plan: the same ops, keys and forecast', () => {
  fc.assert(
    fc.property(anyGraph, document => {
      const plan = planned(document);
      fc.pre(plan.ok);
      const elsewhere = renamed(document, numbered);
      const nodes = Object.entries(elsewhere.nodes).map(([id, node], at) => [
        id,
        { ...node, title: `Title ${at}`, position: { x: -17 * at, y: 1e6 } },
      ]);
      const again = planned({ ...elsewhere, nodes: Object.fromEntries(nodes) });
      if (!plan.ok || !again.ok) throw new Error('It compiled before it was renamed.');
      expect(meaningOf(again.value)).toEqual(meaningOf(plan.value));
      expect(figuresOf(again.value)).toEqual(figuresOf(plan.value));
    }),
    { numRuns: 60 },
  );
});

test('R1 in which order a file lists nodes and wires changes no op and no key', () => {
  const sorted = (plan: Plan) => {
    const { computed, once, results, terms } = meaningOf(plan);
    return {
      computed,
      once: once.map(keys => keys.join()).sort(),
      results: results.sort(),
      terms: terms.flat().sort(),
    };
  };
  fc.assert(
    fc.property(anyGraph, document => {
      const plan = planned(document);
      fc.pre(plan.ok);
      const backwards = <T>(record: Readonly<Record<string, T>>) =>
        Object.fromEntries(Object.entries(record).reverse());
      const { nodes, edges } = document;
      const again = planned({ ...document, nodes: backwards(nodes), edges: backwards(edges) });
      if (!plan.ok || !again.ok) throw new Error('It compiled before it was turned round.');
      expect(sorted(again.value)).toEqual(sorted(plan.value));
    }),
    { numRuns: 60 },
  );
});

test('R5 R6 R8 whatever compiles can be painted: no tensor is left, the peak is as predicted, a failure has a node', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async document => {
      const plan = planned(document);
      fc.pre(plan.ok);
      const before = tf.memory();
      const watch = watchBytes();
      const events = await paintAll(document);
      const { peak, left } = watch.stop();
      expect([left, tf.memory().numTensors - before.numTensors]).toEqual([0, 0]);
      const last = events.at(-1);
      if (last?.type === 'failed') expect(Object.keys(document.nodes)).toContain(last.problem.node);
      else expect(last?.type).toBe('output');
      const { peakBytes } = plan.ok ? forecast(plan.value) : { peakBytes: 0 };
      if (last?.type === 'output') {
        expect(peakBytes).toBeGreaterThanOrEqual(0.95 * peak - 8192);
        expect(peakBytes).toBeLessThanOrEqual(1.05 * peak + 8192);
      }
    }),
    { numRuns: 40 },
  );
});
