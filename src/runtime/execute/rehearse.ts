/**
 * Before a loop is run for the first time, its programs are compiled, all at once and beside everything else: a
 * GPU's driver takes from a hundredth of a second to a whole one for each, and would take them one after the other
 * while nothing else of the page is drawn. Memory that a loop of another size has left is given back.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Stage } from '../compile/plan.ts';
import { type Schedule, schedule } from '../compile/schedule.ts';
import { bytes, type Value } from '../ir/value.ts';
import { runSchedule } from './run-schedule.ts';

/** A backend that can go through ops without computing anything. */
interface Rehearsing {
  rehearse<T>(ops: () => T): T;
  compiled(): Promise<void>;
  keepSizes(sizes: ReadonlySet<number>): void;
  makeTensorInfo(shape: number[], dtype: 'float32'): tf.TensorInfo;
}

const canRehearse = (backend: object): backend is Rehearsing => 'rehearse' in backend;

/** Milliseconds between two moments at which others have their turn. */
const patience = 8;

/** Milliseconds for which whoever drives it waits at a time for what is being compiled. */
const pause = 50;

/** The backend on which a loop was rehearsed last. */
const rehearsed = new WeakMap<Schedule, object>();

/** Gives control back between its steps, and promises to wait for. Nothing to do but on a GPU. */
export function* rehearse({ once, loop }: Stage): Generator<Promise<unknown> | undefined, void> {
  const backend: object = tf.backend();
  if (!canRehearse(backend) || rehearsed.get(loop) === backend) return;
  const plans = [schedule(once), loop];
  backend.keepSizes(new Set(plans.flatMap(({ steps }) => steps.map(({ value }) => bytes(value.shape)))));
  for (const plan of plans) yield* goThrough(plan, backend);
  rehearsed.set(loop, backend);
  let isCompiled = false;
  const compiling = backend.compiled().then(() => {
    isCompiled = true;
  });
  while (!isCompiled) {
    yield Promise.race([compiling, new Promise(resolve => setTimeout(resolve, pause))]);
  }
}

function* goThrough(plan: Schedule, backend: Rehearsing): Generator<undefined, void> {
  const blanks = new Map(plan.needs.map(value => [value, blank(value, backend)]));
  const running = runSchedule(plan, value => {
    const tensor = blanks.get(value);
    if (!tensor) throw new Error(`${value.op.name} was not needed.`);
    return tensor;
  });
  const steps = () => {
    const since = performance.now();
    let step = running.next();
    while (!step.done && performance.now() - since < patience) step = running.next();
    return step;
  };
  try {
    let step = backend.rehearse(steps);
    for (; !step.done; step = backend.rehearse(steps)) yield undefined;
    for (const tensor of step.value.values()) tensor.dispose();
  } catch {
    // Whatever fails here fails again where it is run, and is told there.
  } finally {
    running.return(new Map());
    for (const tensor of blanks.values()) tensor.dispose();
  }
}

/** A tensor without numbers; one that is fed to a loop is on the processor, and so is what is made of it alone. */
function blank({ op, shape }: Value, backend: Rehearsing): tf.Tensor {
  if (op.name === 'live') return tf.scalar(1);
  return tf.engine().makeTensorFromTensorInfo(backend.makeTensorInfo([...shape], 'float32'));
}
