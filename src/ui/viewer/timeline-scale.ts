/**
 * Where an iteration stands on the timeline, from 0 to 1: by its square root, since a painting changes most at
 * its beginning, and that is where its checkpoints are.
 */
export const placeOf = (iteration: number, until: number): number =>
  Math.sqrt(Math.min(1, Math.max(0, iteration / Math.max(1, until))));

/** The stop that is the nearest to `place`; undefined where there is none. */
export function nearestStop<Stop extends { readonly iteration: number }>(
  stops: readonly Stop[],
  place: number,
  until: number,
): Stop | undefined {
  const distance = ({ iteration }: Stop) => Math.abs(placeOf(iteration, until) - place);
  return stops.reduce<Stop | undefined>(
    (nearest, stop) => (!nearest || distance(stop) <= distance(nearest) ? stop : nearest),
    undefined,
  );
}

/** Every checkpoint that lies behind, and where it is now, which is the last stop. */
export function stopsOf<Known extends { readonly iteration: number }>(
  checkpoints: readonly Known[],
  iteration: number,
): readonly (Known | { readonly iteration: number; readonly id?: never })[] {
  return [...checkpoints.filter(known => known.iteration < iteration), { iteration }];
}
