/** What a lens finds of the graph that is open. It looks, and leaves everything as it is. */
import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { Plan } from '../compile/plan.ts';
import type { Value } from '../ir/value.ts';
import type { Understood } from '../session/understood.ts';
import type { LensPainting } from './lens-painting.ts';

export interface LensGround {
  readonly plan: Plan;
  readonly understood: Understood;
  /** Bytes that a lens may take up. */
  readonly room: number;
  /** The numbers of a value, where they were computed and are kept; they stay where they are. */
  held(value: Value): tf.Tensor | undefined;
  /** A leaf of pixels or weights; owned by the caller. */
  load(leaf: Value): tf.Tensor;
  /** The picture behind a leaf that an optimiser changes or has arrived at, as it is now; owned by the caller. */
  shown(leaf: Value): tf.Tensor | undefined;
  /** Another whenever {@link shown} would give another picture. */
  moment(leaf: Value): string;
  /** What an optimiser has on its easel; undefined before there is a picture of the graph as it is now. */
  painting(optimiser: NodeId): LensPainting | undefined;
}
