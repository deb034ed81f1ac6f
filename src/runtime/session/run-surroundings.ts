import type * as tf from '@tensorflow/tfjs-core';
import type { NodeId } from '../../graph/document.ts';
import type { ContentCache } from '../cache/content-cache.ts';
import type { ResolvedParameters } from '../compile/live.ts';
import type { Key } from '../ir/key.ts';
import type { Value } from '../ir/value.ts';
import type { SessionEvent } from './events.ts';
import type { AfterEdit } from './where-to-go-on.ts';

/** What a run finds around it: the session that it is part of, as far as it needs it. */
export interface RunSurroundings {
  readonly cache: ContentCache;
  readonly params: () => ResolvedParameters;
  readonly load: (leaf: Value) => tf.Tensor;
  readonly keep: () => ReadonlySet<Value>;
  readonly outcomeKey: (outcome: Value) => Key | undefined;
  readonly afterEdit: () => AfterEdit;
  readonly onRun: (value: Value, milliseconds: number) => void;
  readonly tell: (event: SessionEvent) => void;
  readonly wantsPicture: (optimiser: NodeId) => boolean;
  /** Shows a picture as the device has it. False where it is to be read back and told. */
  readonly show: (optimiser: NodeId, iteration: number, picture: tf.Tensor) => boolean;
  /** How many iterations may be under way before their loss is awaited. */
  readonly ahead: () => number;
}
