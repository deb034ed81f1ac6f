import type { ParameterValue } from '../../graph/document.ts';

/** One value of an axis. */
export interface AxisValue {
  /** As it is shown, and as files are named after it: `10`, `relu1_1+relu2_1`. */
  readonly label: string;
  /** As `setParameter` reads it. */
  readonly text: string;
  /** As the document holds it; of one weight among several, that weight. */
  readonly value: ParameterValue;
}

/** What a sweep varies: a parameter of the document, and the values that it takes in turn. */
export interface Axis {
  /** `styleLoss.weight`; of one weight among several `styleLoss.weights.relu1_1`. */
  readonly path: string;
  /** At least one; no two are the same value. */
  readonly values: readonly AxisValue[];
  /** Whether it is a scalar of the loop (rule R3): then all of its values share every target. */
  readonly live: boolean;
}
