/** The ports of losses, and what every loss that compares two stacks of features says before anything runs. */
import type { ShapeRefusal } from '../graph/kind.ts';
import { port } from '../graph/port.ts';
import type { WireContents } from '../graph/wire.ts';
import { failure, type Result, success } from '../language/result.ts';
import { refuseOtherPositions, refuseStack } from './stacks.ts';

export const lossOut = port.loss({ en: 'Loss', zh: '损失' });

export const featuresAndTarget = {
  features: port.features({ en: 'Picture', zh: '画面' }),
  target: port.features({ en: 'Target', zh: '目标' }),
};

type FeaturesAndTarget = { readonly [Name in keyof typeof featuresAndTarget]: WireContents['features'] };

/** A term for each layer of the target, which the picture's features must have too. */
export function inferTerms({
  features,
  target,
}: FeaturesAndTarget): Result<{ loss: WireContents['loss'] }, ShapeRefusal> {
  const refusal = refuseStack(features, target, 'features');
  return refusal ? failure(refusal) : success({ loss: { terms: Object.keys(target.layers) } });
}

/** As `inferTerms`, of two stacks that are compared position by position. */
export function inferTermsInPlace(sides: FeaturesAndTarget): ReturnType<typeof inferTerms> {
  const refusal = refuseOtherPositions(sides.features, sides.target);
  const inferred = inferTerms(sides);
  return inferred.ok && refusal ? failure(refusal) : inferred;
}
