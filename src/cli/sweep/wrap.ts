/** Breaking words over lines, where no text engine is there to measure them. */

/** The width of `text` in units of its font's size: Latin letters are a bit more than half as wide as high. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.58), 0);

/**
 * `text` in at most `most` lines of at most `width` units each, broken behind `+`, `,`, `/`, `_`, `-`, `=` and
 * spaces where that can be, and with an ellipsis where it goes on.
 */
export function wrap(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[^+,/_=\s-]*[+,/_=\s-]?/g) ?? []) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (widthOf(line.trimEnd()) > width) {
      const fits = prefixOf(line, width);
      lines.push(fits);
      line = line.slice(fits.length);
    }
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  const last = lines[most - 1];
  if (lines.length <= most || last === undefined) return lines;
  return [...lines.slice(0, most - 1), `${prefixOf(last, width - 1)}…`];
}

/** As much of the beginning as fits, one letter at least. */
function prefixOf(text: string, width: number): string {
  let prefix = '';
  for (const letter of text) {
    if (prefix !== '' && widthOf(prefix + letter) > width) break;
    prefix += letter;
  }
  return prefix;
}
