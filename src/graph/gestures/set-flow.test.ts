import { expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import type { GraphDocument } from '../document.ts';
import { build } from '../testing/build.ts';
import { edited } from '../testing/gesture.ts';
import { registryOf, testRegistry } from '../testing/kinds.ts';
import { toggleFlow } from './set-flow.ts';

/** An image through and through. */
const output = testRegistry.get('output');
const passing = output && { ...output, kind: 'passing', outputs: { image: output.inputs.image } };
const registry = registryOf([...testRegistry.kinds, ...(passing ? [passing as typeof output] : [])]);

const document = build({ a: 'image', b: 'passing', tv: 'total-variation' });

function flowsOf(before: GraphDocument, ids: readonly string[], flow: 'muted' | 'bypassed') {
  const toggled = toggleFlow(before, registry, ids, flow);
  if (!toggled.ok) throw new Error(say(toggled.reason));
  return edited(before, ...toggled.value);
}

test('muting some of several mutes all, and once more switches all on again', () => {
  const one = flowsOf(document, ['a'], 'muted');
  const both = flowsOf(one, ['a', 'tv'], 'muted');
  expect([both.nodes.a?.flow, both.nodes.tv?.flow]).toEqual(['muted', 'muted']);
  expect(flowsOf(both, ['a', 'tv'], 'muted')).toEqual(document);
});

test('of several nodes those that can be bypassed are', () => {
  const { nodes } = flowsOf(document, ['a', 'b'], 'bypassed');
  expect([nodes.a?.flow, nodes.b?.flow]).toEqual([undefined, 'bypassed']);
});

test('bypassing is refused where none can be, muting where there is nothing', () => {
  const refused = toggleFlow(document, registry, ['tv'], 'bypassed');
  expect(refused.ok ? '' : say(refused.reason)).toMatch(/^Total variation cannot be bypassed/);
  expect(toggleFlow(document, registry, ['gone'], 'muted')).toMatchObject({
    ok: false,
    reason: { id: 'gesture.nothing-selected' },
  });
});
