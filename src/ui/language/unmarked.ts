/** A sentence with `names` and *stress*, as it is read aloud. */
export const unmarked = (text: string): string => text.replace(/[*`]/g, '');
