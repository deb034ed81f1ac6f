/** An element of the page and all that is in it, as a drawing: grounds, edges, text, pictures and icons. */
import { drawText } from './draw-text.ts';
import { attributes, escaped, number, type Place } from './drawing.ts';

/** An empty text where there is nothing to be seen. */
export function drawElement(element: Element, place: Place): string {
  const style = getComputedStyle(element);
  const { display, visibility, opacity } = style;
  if (display === 'none' || Number(opacity) === 0 || element.classList.contains('unseen')) return '';
  const own = visibility === 'visible' ? drawItself(element, style, place) : '';
  const within = isWhole(element)
    ? []
    : [...element.childNodes].map(child => {
        if (child instanceof Element) return drawElement(child, place);
        return child instanceof Text && visibility === 'visible' ? drawText(child, style, place) : '';
      });
  const drawn = [own, ...within].filter(text => text !== '').join('\n');
  return drawn !== '' && Number(opacity) < 1 ? `<g${attributes({ opacity })}>${drawn}</g>` : drawn;
}

/** What is drawn as one, whatever is in it. */
const isWhole = (element: Element): boolean =>
  element instanceof SVGElement ||
  element instanceof HTMLCanvasElement ||
  element instanceof HTMLInputElement;

function drawItself(element: Element, style: CSSStyleDeclaration, place: Place): string {
  if (element instanceof SVGSVGElement) return drawIcon(element, style, place);
  const ground = drawGround(element, style, place);
  if (element instanceof HTMLCanvasElement) return `${ground}${drawPicture(element, place)}`;
  if (element instanceof HTMLInputElement && element.type === 'range') return drawSlider(element, place);
  if (element instanceof HTMLInputElement && element.type !== 'checkbox')
    return `${ground}${drawField(element, style, place)}`;
  return ground;
}

function drawGround(element: Element, style: CSSStyleDeclaration, place: Place): string {
  const { x, y, width, height } = place(element.getBoundingClientRect());
  const [fill, stroke] = [seen(style.backgroundColor), edgeOf(style)];
  if ((!fill && !stroke) || width === 0 || height === 0) return '';
  const inset = stroke ? stroke.width / 2 : 0;
  const radius = Math.min(parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  return `<rect${attributes({
    x: number(x + inset),
    y: number(y + inset),
    width: number(Math.max(0, width - 2 * inset)),
    height: number(Math.max(0, height - 2 * inset)),
    ...(radius > 0 && { rx: number(style.borderTopLeftRadius.endsWith('%') ? width / 2 : radius) }),
    fill: fill ?? 'none',
    ...(stroke && { stroke: stroke.colour, 'stroke-width': number(stroke.width) }),
    ...(stroke?.isDashed && { 'stroke-dasharray': '4 3' }),
  })}/>`;
}

/** An edge that goes all around. */
function edgeOf(style: CSSStyleDeclaration) {
  const width = parseFloat(style.borderTopWidth);
  const colour = seen(style.borderTopColor);
  const isAround = parseFloat(style.borderLeftWidth) > 0 && parseFloat(style.borderBottomWidth) > 0;
  if (!(width > 0) || !isAround || !colour || style.borderTopStyle === 'none') return undefined;
  return { width, colour, isDashed: style.borderTopStyle === 'dashed' };
}

const seen = (colour: string): string | undefined =>
  colour === 'transparent' || /, 0\)$/.test(colour) ? undefined : colour;

function drawPicture(canvas: HTMLCanvasElement, place: Place): string {
  if (canvas.width === 0 || canvas.height === 0) return '';
  const { x, y, width, height } = place(canvas.getBoundingClientRect());
  return `<image${attributes({
    x: number(x),
    y: number(y),
    width: number(width),
    height: number(height),
    preserveAspectRatio: getComputedStyle(canvas).objectFit === 'cover' ? 'xMidYMid slice' : 'none',
    href: canvas.toDataURL('image/png'),
  })}/>`;
}

function drawField(field: HTMLInputElement, style: CSSStyleDeclaration, place: Place): string {
  const { x, y, width, height } = place(field.getBoundingClientRect());
  const size = parseFloat(style.fontSize);
  const pad = parseFloat(style.paddingLeft) + 1;
  const anchors: Readonly<Record<string, readonly [anchor: string, at: number]>> = {
    right: ['end', x + width - pad],
    end: ['end', x + width - pad],
    center: ['middle', x + width / 2],
  };
  const [anchor, at] = anchors[style.textAlign] ?? ['start', x + pad];
  const where = attributes({
    x: number(at),
    y: number(y + height / 2 + 0.36 * size),
    'font-size': number(size),
    'text-anchor': anchor,
    fill: style.color,
  });
  return `<text${where}>${escaped(field.value)}</text>`;
}

/** A browser draws a slider by itself, out of parts that nobody can look at. */
function drawSlider(slider: HTMLInputElement, place: Place): string {
  const { x, y, width, height } = place(slider.getBoundingClientRect());
  const colours = getComputedStyle(document.documentElement);
  const [least, most] = [Number(slider.min || 0), Number(slider.max || 100)];
  const share = most > least ? (Number(slider.value) - least) / (most - least) : 0;
  const [middle, radius] = [y + height / 2, 5];
  const at = x + radius + share * (width - 2 * radius);
  const line = (to: number, colour: string) =>
    `<path${attributes({
      d: `M${number(x)},${number(middle)}H${number(to)}`,
      stroke: colours.getPropertyValue(colour).trim(),
      'stroke-width': '3',
      'stroke-linecap': 'round',
    })}/>`;
  const thumb = attributes({
    cx: number(at),
    cy: number(middle),
    r: number(radius),
    fill: colours.getPropertyValue('--accent').trim(),
  });
  return `${line(x + width, '--line')}${line(at, '--accent')}<circle${thumb}/>`;
}

const drawnAs = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity'] as const;

/** A copy that says of itself what the page's style sheets say of it. */
function drawIcon(icon: SVGSVGElement, style: CSSStyleDeclaration, place: Place): string {
  const { x, y, width, height } = place(icon.getBoundingClientRect());
  if (width === 0 || height === 0) return '';
  const copy = icon.cloneNode(true) as SVGSVGElement;
  const parts = [...copy.querySelectorAll<SVGElement>('*')];
  for (const [at, part] of [...icon.querySelectorAll<SVGElement>('*')].entries()) {
    const computed = getComputedStyle(part);
    for (const name of drawnAs) parts[at]?.setAttribute(name, computed.getPropertyValue(name));
    parts[at]?.removeAttribute('class');
    parts[at]?.removeAttribute('style');
  }
  for (const { name } of [...copy.attributes])
    if (name !== 'viewBox' && name !== 'xmlns') copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, number(value));
  copy.setAttribute('color', style.color);
  copy.setAttribute('stroke-linecap', 'round');
  copy.setAttribute('stroke-linejoin', 'round');
  return new XMLSerializer().serializeToString(copy);
}
