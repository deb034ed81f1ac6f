/** Gatys' graph with VGG-19 lite at 32 pixels. */
import type { GraphDocument } from '../../../src/graph/document.ts';
import { build } from '../../../src/graph/testing/build.ts';
import { gatys, together } from '../../../src/nodes/testing/graphs.ts';

export function smallGraph(iterations = 100_000): GraphDocument {
  const layers = ['relu1_1', 'relu2_1'];
  const whole = gatys({
    content: 'sample:marble-bust',
    style: 'sample:ink-wash',
    layers,
    encoder: { weights: 'lite' },
    optimiser: { iterations },
  });
  // Between the images and whatever takes them, a size of a few pixels.
  const edges = Object.fromEntries(
    Object.entries(whole.edges).filter(([, { from }]) => from.node !== 'content' && from.node !== 'style'),
  );
  const sizes = build(
    { contentSize: { kind: 'resize', size: 32 }, styleSize: { kind: 'resize', size: 32 } },
    [
      'content.image → contentSize.image',
      'style.image → styleSize.image',
      'contentSize.image → contentTaps.image',
      'contentSize.image → picture.start',
      'styleSize.image → styleTaps.image',
    ],
  );
  return together({ ...whole, edges }, sizes);
}
