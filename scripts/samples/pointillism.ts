/**
 * A river bank in points of pure colour that the eye mixes.
 *
 * No point has the colour of its place. Each takes the palette's tube colour nearest to the planned colour plus
 * a random error, so that neighbours scatter about the truth and their mean is right: dithering, by hand.
 */
import { type Canvas, layStroke, lit, stretchCanvas } from './brush.ts';
import { hex, jittered, saturated } from './colour.ts';
import { clamp, noise } from './noise.ts';
import { at, blendOver, type Colour, type FloatImage, type SamplePicture } from './picture.ts';
import { type Random, seededRandom, shuffled } from './random.ts';
import { riversideAt } from './riverside-plan.ts';

const tubes: readonly Colour[] = [
  '#fff6e0',
  '#ffe9a8',
  '#ffd23c',
  '#f9a72b',
  '#f07a2e',
  '#dd4632',
  '#c22f50',
  '#8e3a78',
  '#5b3f94',
  '#f7c7a8',
  '#e9a5b4',
  '#31388a',
  '#22528f',
  '#2f7fbe',
  '#66a9da',
  '#a9d0e6',
  '#d5dcf0',
  '#b7a5d8',
  '#1d2347',
  '#143f44',
  '#1f6b52',
  '#3f9350',
  '#86b83f',
  '#c6d64a',
  '#5a2f3c',
  '#9a5a3c',
  '#7fc2b0',
].map(hex);

function nearestTube(c: Colour): Colour {
  let best: Colour = c;
  let least = Number.POSITIVE_INFINITY;
  for (const tube of tubes) {
    const distance = 0.9 * (tube[0] - c[0]) ** 2 + 1.4 * (tube[1] - c[1]) ** 2 + 0.7 * (tube[2] - c[2]) ** 2;
    if (distance < least) [best, least] = [tube, distance];
  }
  return best;
}

const strayed = (c: Colour, error: number, random: Random): Colour => [
  c[0] + random.wobble() * error,
  c[1] + random.wobble() * error * 0.8,
  c[2] + random.wobble() * error,
];

/** One touch of the brush's tip: a small thick disc, not quite round. */
function touch(
  canvas: Canvas,
  x: number,
  y: number,
  radius: number,
  squash: number,
  turn: number,
  colour: Colour,
): void {
  const { width, height } = canvas.image;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const reach = Math.ceil(radius * 1.4 + 1);
  for (let py = Math.max(0, Math.floor(y - reach)); py < Math.min(height, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x - reach)); px < Math.min(width, x + reach); px++) {
      const [dx, dy] = [px + 0.5 - x, py + 0.5 - y];
      const distance = Math.hypot((dx * cos + dy * sin) / squash, (dy * cos - dx * sin) * squash);
      const cover = clamp(radius - distance + 0.5);
      if (cover <= 0) continue;
      const i = py * width + px;
      blendOver(canvas.image, i * 3, colour, cover * 0.94);
      const bump = 1 - (distance / (radius + 0.5)) ** 2;
      canvas.relief[i] = at(canvas.relief, i) * (1 - cover) + cover * (at(canvas.relief, i) * 0.4 + bump);
    }
  }
}

function paint(width: number, height: number): FloatImage {
  const unit = height;
  const aspect = width / height;
  const random = seededRandom(1886);
  const canvas = stretchCanvas(width, height, hex('#e8d9b8'));
  for (let k = 0; k < 5200; k++) {
    const [x, y] = [random.next() * aspect, random.next()];
    const angle = noise(x * 5, y * 5, 3) * 1.4 + (y > 0.75 ? 0 : 0.3);
    const [dx, dy] = [Math.cos(angle) * 0.011, Math.sin(angle) * 0.011];
    layStroke(canvas, {
      path: [
        [(x - dx) * unit, (y - dy) * unit],
        [x * unit, y * unit],
        [(x + dx) * unit, (y + dy) * unit],
      ],
      width: 0.013 * unit,
      colour: jittered(riversideAt(x, y), 0.12, random),
      seed: k,
      load: 0.4,
    });
  }
  const frame = 0.021;
  const lay = (spacing: number, radius: number, error: number): void => {
    const columns = Math.ceil(aspect / spacing);
    const rows = Math.ceil(1 / spacing);
    for (const k of shuffled(columns * rows, random)) {
      const x = ((k % columns) + 0.5 + random.wobble() * 0.75) * spacing;
      const y = (Math.floor(k / columns) + 0.5 + random.wobble() * 0.75) * spacing;
      const edge = Math.min(x, y, aspect - x, 1 - y);
      const within = saturated(riversideAt(x, y), 1.25);
      // The painted frame answers the picture with its complement, in deep blue and wine.
      const wanted: Colour =
        edge < frame ? [0.5 - within[0] * 0.4, 0.38 - within[1] * 0.3, 0.62 - within[2] * 0.35] : within;
      const colour = jittered(nearestTube(strayed(wanted, error, random)), 0.06, random);
      const size = radius * random.between(0.75, 1.2) * unit;
      touch(canvas, x * unit, y * unit, size, random.between(0.85, 1.2), random.between(0, 3.14), colour);
    }
  };
  lay(0.0105, 0.0056, 0.2);
  lay(0.0082, 0.0041, 0.25);
  lay(0.0085, 0.0031, 0.3);
  return lit(canvas, 0.19, 0.16, 1.5);
}

export const pointillism: SamplePicture = {
  name: 'pointillism',
  role: 'style',
  width: 640,
  height: 480,
  title: { en: 'Points of summer', zh: '夏日之点' },
  paint,
};
