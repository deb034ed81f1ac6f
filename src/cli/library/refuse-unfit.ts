import type { Problem } from '../../graph/problem.ts';
import { type Fitting, fits, type Room, refuseSize } from './fit.ts';
import type { Sources } from './sources.ts';

/** Like {@link refuseSize}, with the encoder that ships opened, only where it is to be offered. */
export async function refuseUnfit(
  graph: Fitting,
  room: Room,
  { ahead, sources }: { readonly ahead: number; readonly sources: Sources },
): Promise<Problem | undefined> {
  if (fits(graph, room, ahead)) return undefined;
  const lite = await sources.encoder('lite');
  return refuseSize(graph, room, { ahead, lite: lite.ok ? lite.value.facts : undefined });
}
