/** What goes into a picture of how it was made. */
import type { NodeId } from '../../graph/document.ts';
import type { Painted, Recipe } from '../../graph/share/recipe.ts';
import { packageVersion } from '../files/package-folder.ts';
import { references } from '../library/gather.ts';
import type { PlannedGraph } from '../library/plan-graph.ts';
import { movedReference, movedReferences } from './moved-references.ts';

export interface RecipeOrder {
  readonly graph: PlannedGraph;
  readonly backend: string;
  /** Where the graph's paths start from, and where the picture goes. */
  readonly from: string;
  readonly to: string;
  /** How many iterations of each optimiser led to the picture. */
  readonly iterations: ReadonlyMap<NodeId, number>;
}

/** On the command line nobody edits a graph while it paints, so the graph alone leads to its picture. */
export function recipeOf({ graph, backend, from, to, iterations }: RecipeOrder): Recipe {
  const { document, facts, registry, validated } = graph;
  const known = <T>(control: 'image' | 'encoder', read: (reference: string) => T | undefined) =>
    Object.fromEntries(
      [...references(document, registry, control)].flatMap(reference => {
        const fact = read(reference);
        return fact === undefined ? [] : [[movedReference(reference, from, to), fact] as const];
      }),
    );
  const painted = [...iterations].map(([node, done]): [NodeId, Painted] => {
    const seed = validated.params[node]?.seed;
    return [node, { seed: typeof seed === 'number' ? seed : 0, iterations: done }];
  });
  return {
    document: movedReferences(document, registry, from, to),
    gramarye: packageVersion(),
    backend,
    repeatable: true,
    painted: Object.fromEntries(painted),
    encoders: known('encoder', reference => {
      const encoder = facts.encoder(reference);
      return encoder.ok ? encoder.value.hash : undefined;
    }),
    images: known('image', reference => {
      const image = facts.image(reference);
      if (!image.ok) return undefined;
      const { hash, width, height } = image.value;
      return { hash, width, height };
    }),
  };
}
