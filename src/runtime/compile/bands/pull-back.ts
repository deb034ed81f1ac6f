import { pullBack, type Seed } from '../../ir/differentiate.ts';
import type { Program } from '../../ir/program.ts';
import { reachable } from '../../ir/reachable.ts';
import type { Value } from '../../ir/value.ts';
import type { Source } from './in-bands.ts';
import { joined } from './rows.ts';

/**
 * The gradient with respect to `picture`, where encoders see it in bands: what flows back into the bands of a source
 * is laid one below the other and flows on from there. Added up by the rule of the crop that cut them, each would be
 * as large as the whole.
 */
export function pullBackInBands(
  program: Program,
  seeds: readonly Seed[],
  picture: Value,
  sources: readonly Source[],
): Value {
  const all = [...seeds];
  let below = reachable([...seeds.map(({ of }) => of), ...sources.map(({ whole }) => whole)]);
  // A source that is made of what an earlier one has led to is met before it on the way back.
  for (const { whole, bands } of sources.toReversed()) {
    const gradients = pullBack(program, all, bands, below);
    const cut = new Set(bands);
    below = below.filter(value => !cut.has(value));
    const dy = program.attributeTo(whole.origins, () => joined(program.ir, gradients));
    all.push({ of: whole, dy });
  }
  const [gradient = picture] = pullBack(program, all, [picture], below);
  return gradient;
}
