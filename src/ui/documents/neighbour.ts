/** Where an arrow leads in a grid of things, by where they stand on the screen. */
export function neighbour(
  key: string,
  from: HTMLElement,
  things: readonly HTMLElement[],
): HTMLElement | undefined {
  const at = things.indexOf(from);
  if (at < 0) return undefined;
  switch (key) {
    case 'ArrowRight':
      return things[at + 1];
    case 'ArrowLeft':
      return things[at - 1];
    case 'Home':
      return things[0];
    case 'End':
      return things.at(-1);
    case 'ArrowDown':
    case 'ArrowUp': {
      const { left, top } = from.getBoundingClientRect();
      const isBeyond = (other: number) => (key === 'ArrowDown' ? other > top : other < top);
      const column = things.filter(thing => {
        const place = thing.getBoundingClientRect();
        return isBeyond(place.top) && Math.abs(place.left - left) < 1;
      });
      return key === 'ArrowDown' ? (column[0] ?? things.at(-1)) : column.at(-1);
    }
    default:
      return undefined;
  }
}
