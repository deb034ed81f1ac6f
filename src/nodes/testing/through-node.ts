/** The graph in which a node that makes an image of an image stands between the picture and its loss. */
import type { GraphDocument, ParameterValue } from '../../graph/document.ts';
import { build } from '../../graph/testing/build.ts';
import { expectTrueGradient, oneStep } from './check-gradient.ts';

interface Passage {
  readonly kind: string;
  readonly params?: Readonly<Record<string, ParameterValue>>;
  /** The input that the picture goes into. */
  readonly input?: string;
  /** A second image, by the input that it goes into. */
  readonly beside?: readonly [input: string, source: string];
}

const start = 'sample:start-9x7';

const passage = ({ kind, params = {}, input = 'image', beside }: Passage): GraphDocument =>
  build(
    {
      start: { kind: 'image', source: start },
      ...(beside && { other: { kind: 'image', source: beside[1] } }),
      picture: 'picture',
      passed: { ...params, kind },
      loss: { kind: 'total-variation', weight: 3 },
      optimiser: { kind: 'optimiser', ...oneStep },
      output: 'output',
    },
    [
      'start.image → picture.start',
      `picture.picture → passed.${input}`,
      ...(beside ? [`other.image → passed.${beside[0]}`] : []),
      'passed.image → loss.image',
      'picture.picture → optimiser.picture',
      'loss.loss → optimiser.loss',
      'optimiser.result → output.image',
    ],
  );

/** R7: the gradient of a loss on what the node makes of the picture, 9 wide and 7 high, is that of the loss. */
export async function expectGradientThrough(way: Passage): Promise<void> {
  await expectTrueGradient(passage(way), start);
}
