/**
 * Where a picture lies in the pane that shows it. A view is either fitted, and stays so when the pane changes,
 * or has a zoom and the place of the picture that is in the pane's middle, from 0 to 1, so that a picture that
 * is painted larger than before is still looked at in the same place.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type View =
  | { readonly type: 'fit' }
  /** `zoom` is pixels of the page per pixel of the picture. */
  | { readonly type: 'free'; readonly zoom: number; readonly centre: Point };

export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

export const fitted: View = { type: 'fit' };

/** Room around a fitted picture. */
const margin = 12;
const smallest = 1 / 32;
const largest = 64;

const limit = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Pixels of the page per pixel of the picture. */
export function zoomOf(view: View, picture: Size, pane: Size): number {
  if (view.type === 'free') return view.zoom;
  const [width, height] = [pane.width, pane.height].map(side => Math.max(1, side - 2 * margin));
  return Math.min((width ?? 1) / picture.width, (height ?? 1) / picture.height);
}

/** Where the picture is drawn, in pixels of the page, from the pane's upper left corner. */
export function boxOf(view: View, picture: Size, pane: Size): Box {
  const zoom = zoomOf(view, picture, pane);
  const [width, height] = [picture.width * zoom, picture.height * zoom];
  const { x, y } = view.type === 'free' ? view.centre : { x: 0.5, y: 0.5 };
  return { left: pane.width / 2 - x * width, top: pane.height / 2 - y * height, width, height };
}

/** Another zoom, the picture's pixel under `at` (in the pane) staying there. */
export function zoomTo(zoom: number, at: Point, view: View, picture: Size, pane: Size): View {
  const to = limit(zoom, smallest, largest);
  const { left, top, width, height } = boxOf(view, picture, pane);
  const under = { x: (at.x - left) / width, y: (at.y - top) / height };
  const [wide, high] = [picture.width * to, picture.height * to];
  return {
    type: 'free',
    zoom: to,
    centre: inside({
      x: under.x - (at.x - pane.width / 2) / wide,
      y: under.y - (at.y - pane.height / 2) / high,
    }),
  };
}

/** The same, by a factor. */
export const zoomBy = (factor: number, at: Point, view: View, picture: Size, pane: Size): View =>
  zoomTo(zoomOf(view, picture, pane) * factor, at, view, picture, pane);

/** The picture pushed along, in pixels of the page. */
export function panBy(by: Point, view: View, picture: Size, pane: Size): View {
  const zoom = zoomOf(view, picture, pane);
  const { x, y } = view.type === 'free' ? view.centre : { x: 0.5, y: 0.5 };
  return {
    type: 'free',
    zoom,
    centre: inside({ x: x - by.x / (picture.width * zoom), y: y - by.y / (picture.height * zoom) }),
  };
}

/** The pane's middle is never off the picture, so that it cannot be lost. */
const inside = ({ x, y }: Point): Point => ({ x: limit(x, 0, 1), y: limit(y, 0, 1) });

export const middleOf = (pane: Size): Point => ({ x: pane.width / 2, y: pane.height / 2 });

/** Whether pixels are shown as squares: only where somebody went to look at them. `density` is the screen's. */
export const showsPixels = (view: View, density: number): boolean =>
  view.type === 'free' && view.zoom * density > 2;

/** How long the longer side of the picture has to be to be sharp in `box`; sizes come in few steps. */
export function neededSize(box: Size, picture: Size, density: number): number {
  const shown = Math.max(box.width, box.height) * density;
  if (shown >= Math.max(picture.width, picture.height)) return wholeSize;
  return 2 ** Math.ceil(Math.log2(Math.max(256, shown)));
}

/** More than any picture has. */
export const wholeSize = 2 ** 15;

/** Where a picture of another shape is shown beside one that fills `box`: as large as fits, in its middle. */
export function boxWithin(box: Box, picture: Size): Box {
  const [ratio, there] = [picture.width / picture.height, box.width / box.height];
  // A few pixels lost by rounding while it was resized are no other shape.
  if (Math.abs(ratio / there - 1) < 0.02) return box;
  const width = ratio > there ? box.width : box.height * ratio;
  const height = ratio > there ? box.width / ratio : box.height;
  return {
    left: box.left + (box.width - width) / 2,
    top: box.top + (box.height - height) / 2,
    width,
    height,
  };
}
