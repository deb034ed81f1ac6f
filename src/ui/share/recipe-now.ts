/** How the picture that is looked at came about: what a saved PNG tells of itself (rule R9). */
import { version } from '../../../package.json';
import { references } from '../../cli/library/gather.ts';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { Painted, Recipe } from '../../graph/share/recipe.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { connected } from '../painting/connected.ts';
import { usePainting } from '../state/painting.ts';
import { optimisersBehind } from '../viewer/viewed.ts';

/** How far the optimiser had got with the very picture that is saved. */
export interface Moment {
  readonly optimiser: NodeId;
  readonly iteration: number;
  readonly mixed: boolean;
}

/** @param shown The node whose picture it is. */
export async function recipeNow(
  document: GraphDocument,
  shown: NodeId,
  moment: Moment | undefined,
): Promise<Recipe> {
  const optimisers = optimisersBehind(document, shown);
  const { backend, runs } = usePainting.getState();
  const origins = await (await connected())?.origins({
    images: [...references(document, nodeKinds, 'image')],
    encoders: [...references(document, nodeKinds, 'encoder')],
  });
  const momentOf = (optimiser: NodeId): Moment | undefined => {
    const run = own(runs, optimiser);
    if (moment?.optimiser === optimiser) return moment;
    return run && { optimiser, iteration: run.iteration, mixed: run.mixed };
  };
  return {
    document,
    gramarye: version,
    backend: backend?.name ?? '',
    repeatable: !optimisers.some(id => momentOf(id)?.mixed),
    painted: Object.fromEntries(
      optimisers.map((id): [NodeId, Painted] => [
        id,
        { seed: seedOf(document, id), iterations: momentOf(id)?.iteration ?? 0 },
      ]),
    ),
    encoders: origins?.encoders ?? {},
    images: origins?.images ?? {},
  };
}

function seedOf(document: GraphDocument, optimiser: NodeId): number {
  const seed =
    own(document.nodes, optimiser)?.params.seed ?? nodeKinds.get('optimiser')?.params.seed?.default;
  return typeof seed === 'number' ? seed : 0;
}
