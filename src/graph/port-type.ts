/**
 * What may travel on a wire. Types are few and nominal; one is accepted for another only where the
 * meaning carries over: the picture being painted and a finished result are images, too.
 */
export const portTypes = [
  'image',
  'mask',
  'picture',
  'result',
  'encoder',
  'features',
  'statistics',
  'loss',
] as const;

export type PortType = (typeof portTypes)[number];

const acceptedAs: Partial<Record<PortType, readonly PortType[]>> = {
  picture: ['image'],
  result: ['image'],
};

/** Whether a wire that carries `from` may enter a port that asks for `to`. */
export function accepts(to: PortType, from: PortType): boolean {
  return from === to || (acceptedAs[from]?.includes(to) ?? false);
}
