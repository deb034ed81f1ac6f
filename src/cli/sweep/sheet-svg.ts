/** Words and empty places as SVG, which is laid over the pictures of a contact sheet. */
import type { Box, Words } from './sheet-measures.ts';

const colours = { black: '#222222', grey: '#666666' } as const;

/** `text` as it may stand in XML. Control characters, which XML does not have, are left out. */
export const escaped = (text: string): string =>
  text
    .replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`);

export function textAt(
  { x, y, lines, size, centred = false, bold = false }: Words,
  colour: keyof typeof colours = 'black',
): string {
  const style = `${centred ? ' text-anchor="middle"' : ''}${bold ? ' font-weight="bold"' : ''}`;
  return lines
    .map((line, index) => {
      const baseline = (y + 1.3 * size * index).toFixed(1);
      const place = `x="${x.toFixed(1)}" y="${baseline}" font-size="${size}" fill="${colours[colour]}"`;
      return `<text ${place}${style}>${escaped(line)}</text>`;
    })
    .join('');
}

export const emptyPlace = ({ x, y, width, height }: Box): string =>
  `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" fill="#f4f4f4" stroke="#bbbbbb" stroke-dasharray="4 4"/>`;

export const overlay = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">${parts.join('')}</svg>`;
