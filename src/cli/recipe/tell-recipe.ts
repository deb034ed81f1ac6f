/** What a person should know of the recipe that they paint from. */
import { own } from '../../graph/own.ts';
import type { Recipe } from '../../graph/share/recipe.ts';
import { type Message, message } from '../../language/message.ts';
import type { CheckedGraph } from '../library/check-graph.ts';

/** Where it is from, and whether it can be repeated. */
export function introduceRecipe(file: string, recipe: Recipe): readonly Message[] {
  const { gramarye, backend, repeatable, painted, document } = recipe;
  const [[optimiser, { iterations: count }] = ['', { iterations: 0 }], ...more] = Object.entries(painted);
  const iterations =
    optimiser === '' || more.length > 0 ? '' : message('share.after-iterations', { optimiser, count });
  const early = Object.entries(painted).flatMap(([node, { iterations: done }]) => {
    const asked = own(document.nodes, node)?.params.iterations;
    return typeof asked === 'number' && done < asked
      ? [message('share.stopped-early', { optimiser: node, done: String(done), asked: String(asked) })]
      : [];
  });
  return [
    message('share.painted-with', { file, version: gramarye, backend, iterations }),
    ...(repeatable ? early : [message('share.not-repeatable')]),
  ];
}

/** What is there under a name of the recipe's, and is not what it was. */
export function differencesFrom(
  { encoders, images }: Recipe,
  { facts }: Pick<CheckedGraph, 'facts'>,
): readonly Message[] {
  const otherEncoders = Object.entries(encoders).flatMap(([reference, hash]) => {
    const now = facts.encoder(reference);
    return now.ok && now.value.hash !== hash ? [message('share.other-encoder', { reference })] : [];
  });
  const otherImages = Object.entries(images).flatMap(([reference, { hash }]) => {
    const now = facts.image(reference);
    return now.ok && now.value.hash !== hash ? [message('share.other-image', { reference })] : [];
  });
  return [...otherEncoders, ...otherImages];
}
