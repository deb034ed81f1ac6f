/**
 * The tensors of one layer on the pictures that are compared, while a lens looks at them. What the graph has
 * computed is shared and not computed again; what the lens computes itself is its own and goes when it looks
 * elsewhere. A closed lens holds nothing.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { WireContents } from '../../graph/wire.ts';
import { schedule } from '../compile/schedule.ts';
import { resized } from '../execute/next-scale.ts';
import { runAtOnce } from '../execute/run-schedule.ts';
import { TensorStore } from '../execute/store.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import { turn } from '../session/turn.ts';
import { type LayerValues, layerValues } from './layer-values.ts';
import type { LensGround } from './lens-ground.ts';
import { changes, type Look } from './looks.ts';

/** The tensors of {@link LayerValues}; they stay the store's. */
export type LayerTensors = { readonly [name in keyof LayerValues]: tf.Tensor };

/** Milliseconds of work after which others are to have their turn. */
const patience = 12;

export class SeenLayer {
  readonly #store = new TensorStore();
  /** Of each picture that moves: when its numbers were taken. */
  readonly #taken = new Map<Value, string>();

  /** Ops that were run because nobody had their result. */
  get computed(): number {
    return this.#store.computed;
  }

  /** What `tap` holds of each picture; undefined of one that is not there yet. Computes what is missing. */
  async look(
    tap: string,
    encoder: WireContents['encoder'],
    looks: readonly Look[],
    ground: LensGround,
  ): Promise<readonly (LayerTensors | undefined)[]> {
    const asked = looks.map(look => layerValues(ground.plan.program, encoder, look, tap));
    const there = asked.map((values, at) => this.#takeUp(values, looks[at], ground));
    const wanted = asked.flatMap((values, at) => (there[at] ? Object.values(values) : []));
    // What the graph holds is taken from there: a clone is another name for the same numbers.
    for (const value of reachable(wanted)) {
      const held = this.#store.has(value) ? undefined : ground.held(value);
      if (held) this.#store.put(value, tf.clone(held));
    }
    await this.#prepare(wanted, ground);
    this.#store.retain(wanted);
    return asked.map(({ image, features, input }, at) =>
      there[at]
        ? {
            image: this.#store.get(image),
            features: this.#store.get(features),
            input: this.#store.get(input),
          }
        : undefined,
    );
  }

  dispose(): void {
    this.#taken.clear();
    this.#store.dispose();
  }

  /** Takes a picture that moves as it is now; false where there is none. */
  #takeUp({ image, features, input }: LayerValues, look: Look | undefined, ground: LensGround): boolean {
    if (!look?.moves) return true;
    const leaves = reachable([look.image]).filter(changes);
    const moment = leaves.map(leaf => ground.moment(leaf)).join();
    if (this.#taken.get(look.image) === moment && this.#store.has(image)) return true;
    const now = present(look.image, leaves, ground);
    if (!now) return false;
    this.#store.drop([features, input, image]);
    this.#store.put(image, now);
    this.#taken.set(look.image, moment);
    return true;
  }

  async #prepare(wanted: readonly Value[], ground: LensGround): Promise<void> {
    const steps = this.#store.prepare(wanted, leaf => ground.load(leaf));
    let since = performance.now();
    while (!steps.next().done) {
      if (performance.now() - since < patience) continue;
      await turn();
      since = performance.now();
    }
  }
}

/** What is made of pictures that are painted, of how they are now; owned by the caller. */
function present(image: Value, leaves: readonly Value[], ground: LensGround): tf.Tensor | undefined {
  const given = new Map<Value, tf.Tensor>();
  try {
    for (const leaf of leaves) {
      const shown = ground.shown(leaf);
      if (!shown) return undefined;
      given.set(leaf, inWholeSize(shown, leaf));
    }
    const plan = schedule([image], value => given.has(value) || ground.held(value) !== undefined);
    for (const leaf of plan.needs) {
      if (!given.has(leaf) && !ground.held(leaf)) given.set(leaf, ground.load(leaf));
    }
    const of = (value: Value): tf.Tensor => {
      const tensor = given.get(value) ?? ground.held(value);
      if (!tensor) throw new Error(`${value.op.name} was not given.`);
      return tensor;
    };
    return runAtOnce(plan, of).get(image);
  } finally {
    for (const tensor of given.values()) tensor.dispose();
  }
}

/** A picture that is painted small at first is compared in the size that it will have. */
function inWholeSize(shown: tf.Tensor, { shape: [height = 1, width = 1] }: Value): tf.Tensor {
  if (shown.shape[0] === height && shown.shape[1] === width) return shown;
  const whole = resized(shown, [height, width], 'picture');
  shown.dispose();
  return whole;
}
