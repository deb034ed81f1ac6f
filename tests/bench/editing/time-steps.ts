/**
 * How long the steps of a plan take by themselves. A command is heard between two of them, so the longest says
 * what it may have to wait for.
 */
import { checkGraph, type GraphDocument, problemText, say } from '../../../src/index.ts';
import { uploadLeaf } from '../../../src/runtime/execute/host-tensor.ts';
import { Loop, type Submitted } from '../../../src/runtime/execute/loop.ts';
import { TensorStore } from '../../../src/runtime/execute/store.ts';
import type { Value } from '../../../src/runtime/ir/value.ts';
import type { Setup } from './setup.ts';

export interface StepTime {
  /** `conv2d`. Pictures and weights are uploaded in one go, which is one step, `upload`. */
  readonly op: string;
  /** Of the result. */
  readonly shape: readonly number[];
  /** Whether each iteration takes it, or it is computed once. */
  readonly when: 'once' | 'each iteration';
  /** The longest of all that have this op and this shape. */
  readonly milliseconds: number;
}

/** The steps of the first optimiser of `document`, the longest first. */
export async function timeSteps(
  { sources }: Setup,
  document: GraphDocument,
  iterations: number,
): Promise<readonly StepTime[]> {
  const checked = await checkGraph(document, { sources });
  if (!checked.ok) throw new Error(checked.reason.map(problem => say(problemText(problem))).join('\n'));
  const { plan, resources, validated } = checked.value;
  const [stage] = plan.stages;
  if (!stage) throw new Error('There is nothing to paint.');

  const longest = new Map<string, StepTime>();
  const note = (step: StepTime) => {
    const key = `${step.op} ${step.shape} ${step.when}`;
    if (step.milliseconds > (longest.get(key)?.milliseconds ?? 0)) longest.set(key, step);
  };

  const store = new TensorStore();
  let uploading = 0;
  const preparing = store.prepare(stage.once, leaf => {
    const begun = performance.now();
    const tensor = uploadLeaf(leaf, resources);
    uploading += performance.now() - begun;
    return tensor;
  });
  for (const { value, milliseconds } of timed(preparing)) {
    const own = uploading > 0 ? milliseconds - uploading : milliseconds;
    if (uploading > 0) note({ op: 'upload', shape: [], when: 'once', milliseconds: uploading });
    uploading = 0;
    note({ op: value.op.name, shape: value.shape, when: 'once', milliseconds: own });
  }

  const loop = new Loop(stage, store, () => validated.params);
  for (let iteration = 0; iteration <= iterations; iteration++) {
    const running = timed(loop.iterate() as Generator<{ readonly value: Value }, Submitted>);
    let step = running.next();
    for (; !step.done; step = running.next()) {
      const { value, milliseconds } = step.value;
      const { op, shape } = value.value;
      // The first iteration warms up.
      if (iteration > 0) note({ op: op.name, shape, when: 'each iteration', milliseconds });
    }
    await step.value.terms;
    step.value.before.dispose();
  }
  loop.dispose();
  store.dispose();
  return [...longest.values()].sort((a, b) => b.milliseconds - a.milliseconds);
}

/** Each step of `steps`, with the milliseconds that it took. */
function* timed<T, R>(
  steps: Generator<T, R>,
): Generator<{ readonly value: T; readonly milliseconds: number }, R> {
  for (;;) {
    const begun = performance.now();
    const step = steps.next();
    if (step.done) return step.value;
    yield { value: step.value, milliseconds: performance.now() - begun };
  }
}
