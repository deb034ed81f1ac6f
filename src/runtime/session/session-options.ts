import type * as tf from '@tensorflow/tfjs-core';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { Backend } from '../execute/backend.ts';
import type { LensReport } from '../lenses/open-lenses.ts';
import type { SessionEvent } from './events.ts';
import type { Refuse } from './open-graph.ts';
import type { Understood } from './understood.ts';

export interface SessionOptions {
  readonly registry: Registry<LowerableKind>;
  /** The one that is open. */
  readonly backend: Pick<Backend, 'name'>;
  /** Opens what a document names and examines it. */
  readonly understand: (document: GraphDocument) => Promise<Understood>;
  readonly tell: (event: SessionEvent) => void;
  /** Whether the picture of an optimiser is wanted now; asked after each iteration. */
  readonly wantsPicture?: (optimiser: NodeId) => boolean;
  /** Shows a picture as the device has it. False where it is to be read back and told. */
  readonly show?: (optimiser: NodeId, iteration: number, picture: tf.Tensor) => boolean;
  /** Asked of every plan before it runs. */
  readonly refuse?: Refuse;
  /** Bytes that a plan should do with; asked whenever a document is taken up. */
  readonly memory?: () => number | undefined;
  /** Bytes for what is computed once. */
  readonly cacheBudget: number;
  /** Bytes of the host's memory for pictures on the way, for each optimiser. */
  readonly checkpointBudget: number;
  /** Sends what a lens has seen to whoever has opened it. */
  readonly measured?: (report: LensReport, transfer: readonly ArrayBuffer[]) => void;
}
