/** How often each part of the canvas was rendered, for whoever opened the page with `?count`: `gramarye.renders`. */
const counts = new URLSearchParams(globalThis.location?.search ?? '').has('count')
  ? new Map<string, number>()
  : undefined;

if (counts) Object.assign(globalThis, { gramarye: { renders: counts } });

/** Called by a component each time it renders. */
export function countRender(part: 'node' | 'sockets' | 'wire', id: string): void {
  if (counts) counts.set(`${part} ${id}`, (counts.get(`${part} ${id}`) ?? 0) + 1);
}
