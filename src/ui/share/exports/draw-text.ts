/** Text of the page, line by line as the page has broken it. */
import { attributes, escaped, number, type Place } from './drawing.ts';

interface Line {
  text: string;
  readonly left: number;
  readonly top: number;
  right: number;
  readonly height: number;
}

export function drawText(node: Text, style: CSSStyleDeclaration, place: Place): string {
  if (node.data.trim() === '') return '';
  const limit = clippedAt(node.parentElement, style);
  return linesOf(node)
    .map(line => {
      const { x, y, width, height } = place({
        left: line.left,
        top: line.top,
        width: line.right - line.left,
        height: line.height,
      });
      const text = limit !== undefined ? shortened(line, limit) : line.text;
      const where = attributes({
        x: number(x),
        // Of the height of a line of letters, four fifths stand above its foot.
        y: number(y + 0.79 * height),
        'font-size': number(parseFloat(style.fontSize)),
        fill: style.color,
        // However wide the letters are where it is read.
        ...(text === line.text &&
          text.length > 1 && { textLength: number(width), lengthAdjust: 'spacingAndGlyphs' }),
        ...(Number(style.fontWeight) >= 500 && { 'font-weight': style.fontWeight }),
        ...(style.fontStyle !== 'normal' && { 'font-style': style.fontStyle }),
        ...(style.fontFamily.includes('mono') && { 'font-family': style.fontFamily }),
      });
      return `<text${where}>${escaped(text)}</text>`;
    })
    .join('');
}

/** Words that stand at the same height are a line. */
function linesOf(node: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, top, right, height } = range.getBoundingClientRect();
    if (height === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < height / 2) {
      last.text += ` ${word}`;
      last.right = right;
    } else {
      lines.push({ text: word, left, top, right, height });
    }
  }
  return lines;
}

/** Where on the screen a text ends that is too long for its place. */
function clippedAt(element: Element | null, style: CSSStyleDeclaration): number | undefined {
  if (!element || style.textOverflow !== 'ellipsis' || element.scrollWidth <= element.clientWidth)
    return undefined;
  return element.getBoundingClientRect().right;
}

function shortened({ text, left, right }: Line, limit: number): string {
  if (right <= limit) return text;
  const letters = Math.floor((text.length * (limit - left)) / (right - left)) - 1;
  return `${text.slice(0, Math.max(1, letters)).trimEnd()}…`;
}
