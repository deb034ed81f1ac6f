/** Looking at a picture while it is being painted. */
import { expect, test } from 'vitest';
import { uploadLeaf } from '../../runtime/execute/host-tensor.ts';
import { Loop } from '../../runtime/execute/loop.ts';
import { TensorStore } from '../../runtime/execute/store.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { gatys } from '../testing/graphs.ts';
import { planOf, trialResources, validated } from '../testing/trial.ts';

onWasm();

/** What is shown after three iterations of Adam, with `look` called between any two steps of them. */
function painted(look: (loop: Loop) => void): Float32Array {
  const document = gatys({ optimiser: { averaging: 0.9 } });
  const [stage] = planOf(document).stages;
  if (!stage) throw new Error('no stage');
  const store = new TensorStore();
  for (const _ of store.prepare(stage.once, leaf => uploadLeaf(leaf, trialResources)));
  const loop = new Loop(stage, store, () => validated(document).params);
  for (let i = 0; i < 3; i++) {
    const steps = loop.iterate();
    for (let step = steps.next(); !step.done; step = steps.next()) look(loop);
  }
  const shown = loop.show();
  const data = shown.dataSync().slice() as Float32Array;
  shown.dispose();
  loop.dispose();
  store.dispose();
  return data;
}

test('R9 looking in the middle of an iteration changes nothing, and shows the picture before it', () => {
  const undisturbed = painted(() => {});
  const seen: number[] = [];
  const watched = painted(loop => {
    const shown = loop.show();
    seen.push(shown.dataSync()[0] ?? 0);
    shown.dispose();
  });
  expect(watched).toEqual(undisturbed);
  expect(new Set(seen).size).toBe(3);
});
