/**
 * The graph as it stands on the canvas, as a drawing for a document: whatever a node shows is there, as shapes,
 * text and small pictures, since it is read from the page itself. What is too small to be read on the screen is
 * drawn nonetheless.
 */
import { type Box, boxAround } from '../../../graph/gestures/thing.ts';
import { shownFlow } from '../../canvas/flow.ts';
import { placedThings } from '../../canvas/placed-things.ts';
import { openDocument } from '../../state/editor.ts';
import { drawElement } from './draw-element.ts';
import { attributes, type Drawing, number, type Place } from './drawing.ts';

const margin = 32;

/** Undefined where there is nothing on the canvas. */
export function drawCanvas(): Drawing | undefined {
  const flow = shownFlow();
  const canvas = document.querySelector<HTMLElement>('.react-flow');
  const whole = boxAround([...placedThings().map(({ box }) => box), ...bends()]);
  if (!flow || !canvas || !whole) return undefined;
  const [width, height] = [whole.width + 2 * margin, whole.height + 2 * margin];
  const view = [whole.x - margin, whole.y - margin, width, height].map(number).join(' ');
  const place: Place = ({ left, top, width: w, height: h }) => {
    const at = flow.screenToFlowPosition({ x: left, y: top }, { snapToGrid: false });
    const zoom = flow.getZoom();
    return { x: at.x, y: at.y, width: w / zoom, height: h / zoom };
  };
  const content = seenFromNear(canvas, () => contentOf(canvas, place));
  const ground = getComputedStyle(canvas).backgroundColor;
  const style = getComputedStyle(document.body);
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width: number(width),
    height: number(height),
    viewBox: view,
    'font-family': style.fontFamily,
  });
  const back = attributes({
    x: number(whole.x - margin),
    y: number(whole.y - margin),
    width: number(width),
    height: number(height),
    fill: opaque(ground) ?? opaque(style.backgroundColor) ?? '#fff',
  });
  return { svg: `<svg${root}>\n<rect${back}/>\n${content}\n</svg>\n`, width, height };
}

/** A wire may be led around everything else. */
const bends = (): readonly Box[] =>
  Object.values(openDocument().edges).flatMap(({ via = [] }) =>
    via.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
  );

const opaque = (colour: string): string | undefined =>
  colour === 'transparent' || colour === 'rgba(0, 0, 0, 0)' ? undefined : colour;

/** Frames behind the wires, nodes and notes before them. */
function contentOf(canvas: HTMLElement, place: Place): string {
  const things = [...canvas.querySelectorAll<HTMLElement>('.react-flow__node')];
  const isFrame = (thing: HTMLElement) => thing.classList.contains('react-flow__node-frame');
  const drawn = (thing: HTMLElement) => drawElement(thing, place);
  const wires = [...canvas.querySelectorAll<SVGPathElement>('.react-flow__edge-path')].map(drawWire);
  return [...things.filter(isFrame).map(drawn), ...wires, ...things.filter(one => !isFrame(one)).map(drawn)]
    .filter(text => text !== '')
    .join('\n');
}

/** A wire's path is written in the coordinates of the graph already. */
function drawWire(path: SVGPathElement): string {
  const { stroke, strokeWidth, strokeDasharray, opacity } = getComputedStyle(path);
  return `<path${attributes({
    d: path.getAttribute('d') ?? '',
    fill: 'none',
    stroke,
    'stroke-width': strokeWidth.replace('px', ''),
    ...(strokeDasharray !== 'none' && { 'stroke-dasharray': strokeDasharray.replaceAll('px', '') }),
    ...(opacity !== '1' && { opacity }),
  })}/>`;
}

/** Reads the page as it is where one is near enough to read it, with nothing selected; nobody sees that happen. */
function seenFromNear<T>(canvas: HTMLElement, read: () => T): T {
  const still = new CSSStyleSheet();
  still.replaceSync('.react-flow * { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  const marked = (['far', 'selected'] as const).flatMap(name =>
    [...canvas.querySelectorAll<HTMLElement>(`[data-${name}="true"]`)].map(element => ({ element, name })),
  );
  for (const { element, name } of marked) element.dataset[name] = 'false';
  try {
    return read();
  } finally {
    for (const { element, name } of marked) element.dataset[name] = 'true';
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== still);
  }
}
