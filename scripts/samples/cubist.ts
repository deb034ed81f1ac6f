/**
 * Guitar, bottle and glass on a table, seen from everywhere at once.
 *
 * The still life is a plan of colours. Facets look at it each from its own side (turned, shifted, scaled), shade
 * from an edge as if folded, and are filled with short parallel dabs; charcoal follows some of their edges.
 */
import { type Canvas, layStroke, lit, type Point, stretchCanvas } from './brush.ts';
import { blend, hex, jittered, scaled } from './colour.ts';
import { type Facet, inside, overlay, shatter } from './facets.ts';
import { clamp, mix, smoothstep } from './noise.ts';
import type { Colour, FloatImage, SamplePicture } from './picture.ts';
import { type Random, seededRandom } from './random.ts';
import { contours, earth, moss, slate, stillLifeAt, wood } from './still-life-plan.ts';

/** What a facet shows at a place: the still life from its side, folded into light and shadow. */
function seenBy(facet: Facet, x: number, y: number): Colour {
  const [cx, cy] = facet.centre;
  const { turn, zoom, shift } = facet.view;
  const [dx, dy] = [(x - cx) * zoom, (y - cy) * zoom];
  const px = cx + dx * Math.cos(turn) - dy * Math.sin(turn) + shift[0];
  const py = cy + dx * Math.sin(turn) + dy * Math.cos(turn) + shift[1];
  const seen = stillLifeAt(px, py);
  const along = (x - cx) * Math.cos(facet.shade) + (y - cy) * Math.sin(facet.shade);
  const fold = clamp(0.5 + along / (facet.depth * 0.3));
  const tones = facet.tint < 0.45 ? earth : facet.tint < 0.62 ? wood : facet.tint < 0.74 ? moss : slate;
  const toned = blend(
    seen,
    tones(0.15 + fold * 0.8),
    mix(0.24, 0.5, smoothstep(0.2, 0.5, Math.hypot(x - 0.4, (y - 0.52) * 0.8))),
  );
  return scaled(toned, mix(0.5, 1.32, fold) + facet.tone);
}

/** The still life's contours, remembered in broken pieces, each a little out of place. */
function drawContours(canvas: Canvas, random: Random): void {
  const unit = canvas.image.height;
  for (const contour of contours()) {
    for (let start = 0; start < contour.length - 2; ) {
      const length = Math.floor(random.between(5, 22));
      const piece = contour.slice(start, start + length);
      start += length + Math.floor(random.between(0, 5));
      const [ox, oy] = [random.wobble() * 0.006, random.wobble() * 0.006];
      if (piece.length < 3 || random.next() < 0.1) continue;
      layStroke(canvas, {
        path: piece.map(([x, y]): Point => [(x + ox) * unit, (y + oy) * unit]),
        width: random.between(0.003, 0.0062) * unit,
        colour: random.next() < 0.2 ? hex('#f0e4c3') : hex('#17120f'),
        seed: start * 17 + Math.floor(contour.length * ox * 9000),
        load: 0.6,
        opacity: 0.9,
        dryness: 0.4,
        taper: 0.9,
      });
    }
  }
}

function paint(width: number, height: number): FloatImage {
  const unit = height;
  const aspect = width / height;
  const random = seededRandom(1911);
  const canvas = stretchCanvas(width, height, hex('#6f5b42'));
  const whole: Point[] = [
    [-0.02, -0.02],
    [aspect + 0.02, -0.02],
    [aspect + 0.02, 1.02],
    [-0.02, 1.02],
  ];
  const wanted = ([x, y]: Point): number =>
    mix(0.0032, 0.026, smoothstep(0.1, 0.52, Math.hypot((x - 0.4) * 1.25, y - 0.52)));
  const facets = [...shatter(whole, wanted, random), ...overlay(46, [0.4, 0.5], [0.62, 0.75], random)];
  const fill = (facet: Facet, spacing: number, breadth: number, length: number, jitter: number): void => {
    const xs = facet.polygon.map(([x]) => x);
    const ys = facet.polygon.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const count = Math.ceil(((right - left) * (bottom - top)) / spacing ** 2);
    for (let k = 0; k < count; k++) {
      const [x, y] = [random.between(left, right), random.between(top, bottom)];
      if (!inside(facet.polygon, x, y)) continue;
      const angle = facet.hatch + random.wobble() * 0.15;
      const half = (length * random.between(0.6, 1.2)) / 2;
      const ends = [-half, 0, half].map((d): Point => [x + Math.cos(angle) * d, y + Math.sin(angle) * d]);
      // A dab that would cross the facet's edge stops there: edges stay crisp without being ruled.
      const kept = ends.filter(([px, py]) => inside(facet.polygon, px, py));
      if (kept.length < 2) kept.push([x + 0.002, y + 0.002], [x, y]);
      layStroke(canvas, {
        path: kept.map(([px, py]): Point => [px * unit, py * unit]),
        width: breadth * random.between(0.7, 1.2) * unit,
        colour: jittered(seenBy(facet, x, y), jitter, random),
        seed: k + Math.floor(left * 7919),
        load: 0.9,
        dryness: 0.3,
        streak: 0.14,
        taper: 0.25,
      });
    }
  };
  const outline = ({ polygon }: Facet): void =>
    polygon.forEach((a, i) => {
      if (random.next() < 0.35) return;
      const b = polygon[(i + 1) % polygon.length] ?? a;
      const [from, to] = [random.between(-0.05, 0.25), random.between(0.7, 1.06)];
      const place = (t: number): Point => [
        mix(a[0], b[0], t) * unit,
        (mix(a[1], b[1], t) + random.wobble() * 0.001) * unit,
      ];
      const pale = random.next() < 0.22;
      layStroke(canvas, {
        path: [place(from), place(mix(from, to, 0.35)), place(mix(from, to, 0.7)), place(to)],
        width: random.between(0.003, 0.0068) * unit,
        colour: pale ? hex('#efe3c2') : hex('#1d1815'),
        seed: i * 31 + Math.floor(a[0] * 9973),
        load: 0.5,
        opacity: 0.85,
        dryness: 0.55,
        taper: 0.9,
      });
    });
  for (const facet of facets) {
    fill(facet, 0.01, 0.018, 0.03, 0.08);
    fill(facet, 0.0062, 0.009, 0.02, 0.13);
    fill(facet, 0.0068, 0.0062, 0.013, 0.15);
    outline(facet);
  }
  drawContours(canvas, random);
  return lit(canvas, 0.4, 0.3, 1.5);
}

export const cubist: SamplePicture = {
  name: 'cubist',
  role: 'style',
  width: 512,
  height: 640,
  title: { en: 'Guitar from every side', zh: '四面吉他' },
  paint,
};
