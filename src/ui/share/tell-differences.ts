/** Whether a recipe's pictures and encoders are those that are here under the same names (rule R9). */
import type { Recipe } from '../../graph/share/recipe.ts';
import { message } from '../../language/message.ts';
import type { Origins } from '../../runtime/host/protocol.ts';
import { connected } from '../painting/connected.ts';
import { useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { usePainting } from '../state/painting.ts';

type Named = Pick<Recipe, 'images' | 'encoders'>;

/** What is here and is another. What is not here says so itself, at its node. */
export function differencesFrom({ images, encoders }: Named, here: Origins) {
  const isOther = (now: string | undefined, then: string) => now !== undefined && now !== then;
  return [
    ...Object.entries(encoders)
      .filter(([reference, hash]) => isOther(here.encoders[reference], hash))
      .map(([reference]) => message('share.other-encoder', { reference })),
    ...Object.entries(images)
      .filter(([reference, { hash }]) => isOther(here.images[reference]?.hash, hash))
      .map(([reference]) => message('share.other-image', { reference })),
  ];
}

/** Tells what differs, as soon as the worker has opened what the document names that was just opened. */
export function tellDifferences(recipe: Named): void {
  const { id } = useEditor.getState();
  const stop = usePainting.subscribe((now, before) => {
    if (useEditor.getState().id !== id) return stop();
    if (!now.effect || before.effect) return;
    stop();
    void compare(recipe);
  });
}

async function compare(recipe: Named): Promise<void> {
  const client = await connected();
  const here = await client?.origins({
    images: Object.keys(recipe.images),
    encoders: Object.keys(recipe.encoders),
  });
  if (here) for (const difference of differencesFrom(recipe, here)) refuse(difference);
}
