/** Ports as React Flow's handles: `image`, `terms/style`, and `terms/` for the place where one more wire may enter. */
import type { Target } from '../../graph/document.ts';

type PortOf = Pick<Target, 'port' | 'slot'>;

export const handleId = ({ port, slot }: PortOf): string => (slot === undefined ? port : `${port}/${slot}`);

/** The place of a port that takes many wires where the next one enters. */
export const freeHandle = (port: string): string => `${port}/`;

export function portOfHandle(handle: string): PortOf & { readonly isFree: boolean } {
  const [port = '', slot] = handle.split('/');
  if (slot === undefined) return { port, isFree: false };
  return slot === '' ? { port, isFree: true } : { port, slot, isFree: false };
}
