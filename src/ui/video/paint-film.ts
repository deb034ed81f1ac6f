/** Paints a film on the one device there is: what is being painted waits until it has ended. */
import type { NodeId } from '../../graph/document.ts';
import type { Client } from '../../runtime/host/client.ts';
import { usePainting } from '../state/painting.ts';
import type { FilmEnd, PaintedFilm } from './painted-film.ts';

export async function paintFilm(
  film: PaintedFilm,
  painter: Pick<Client, 'pause' | 'play'>,
  shown: Parameters<PaintedFilm['paint']>[0],
): Promise<FilmEnd> {
  const waiting = paintingNow();
  for (const optimiser of waiting) painter.pause(optimiser);
  try {
    return await film.paint(shown);
  } finally {
    for (const optimiser of waiting) painter.play(optimiser);
  }
}

const paintingNow = (): NodeId[] =>
  Object.values(usePainting.getState().runs).flatMap(({ optimiser, state }) =>
    state === 'running' || state === 'preparing' || state === 'waiting' ? [optimiser] : [],
  );
