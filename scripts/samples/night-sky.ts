/**
 * A swirling night above a sleeping valley, in thick strokes that follow a field of whorls.
 *
 * The field is a current that every light bends into a spiral. Colour is planned on a smooth scene (sky rings,
 * hills, houses); the brush then reads the plan once per stroke, so that each colour is one gesture.
 */
import { type Canvas, followField, layStroke, lit, type Point, stretchCanvas } from './brush.ts';
import { hex, hexRamp, jittered } from './colour.ts';
import {
  current,
  glow,
  groundColour,
  groundFlow,
  hillLine,
  type Light,
  lights,
  nearLine,
  skyColour,
} from './night-plan.ts';
import { clamp, mix, noise } from './noise.ts';
import type { Colour, FloatImage, SamplePicture } from './picture.ts';
import { type Random, seededRandom } from './random.ts';

const cypressTones = hexRamp('#0b1512', '#182a1d', '#2c4226', '#5a5c2c', '#7d5a2e');

type Brushwork = { count: number; width: number; length: number; jitter: number; load: number };

function paintRegion(
  canvas: Canvas,
  random: Random,
  work: Brushwork,
  inside: (x: number, y: number) => boolean,
  colourAt: (x: number, y: number) => Colour,
  flow: (x: number, y: number) => number,
): void {
  const unit = canvas.image.height;
  const aspect = canvas.image.width / unit;
  for (let k = 0; k < work.count; k++) {
    const x = random.between(-0.03, aspect + 0.03);
    const y = random.between(-0.03, 1.03);
    const [size, colour] = [random.between(0.7, 1.25), jittered(colourAt(x, y), work.jitter, random)];
    if (!inside(x, y)) continue;
    const path = followField(flow, x, y, work.length * random.between(0.6, 1.3), work.width * 0.7);
    layStroke(canvas, {
      path: path.map(([px, py]): Point => [px * unit, py * unit]),
      width: Math.max(1.4, work.width * size * unit),
      colour,
      seed: k,
      load: work.load,
      dryness: 0.16,
      streak: 0.16,
      taper: 0.7,
    });
  }
}

function paintVillage(canvas: Canvas, random: Random): void {
  const unit = canvas.image.height;
  const dab = (x0: number, y0: number, x1: number, y1: number, width: number, colour: Colour): void =>
    layStroke(canvas, {
      path: [
        [x0 * unit, y0 * unit],
        [mix(x0, x1, 0.5) * unit, mix(y0, y1, 0.5) * unit],
        [x1 * unit, y1 * unit],
      ],
      width: width * unit,
      colour: jittered(colour, 0.14, random),
      seed: Math.floor(random.next() * 9999),
      load: 1.1,
      taper: 0.25,
    });
  const house = (x: number, y: number, s: number, broad: number): void => {
    const end = x + s * broad;
    const walls: readonly [Colour, ...Colour[]] = [
      hex('#4c6f96'),
      hex('#7d93a0'),
      hex('#a59a78'),
      hex('#37557f'),
    ];
    const wall = random.pick(walls);
    for (let k = 0; k < 5; k++) dab(x, y - s * 0.18 * k, end, y - s * 0.18 * k, s * 0.26, wall);
    const roof: readonly [Colour, ...Colour[]] = [
      hex('#7b4a35'),
      hex('#5a3d48'),
      hex('#8a5a3a'),
      hex('#37435f'),
    ];
    const tiles = random.pick(roof);
    for (let k = 0; k < 4; k++) {
      const slope = s * 0.16 * k;
      dab(
        x - s * 0.15 + slope,
        y - s * 0.8 - slope,
        end + s * 0.15 - slope * 0.8,
        y - s * 0.82 - slope,
        s * 0.2,
        tiles,
      );
    }
    for (let place = 0.3; place < broad - 0.2; place += 0.5) {
      if (random.next() < 0.3) continue;
      dab(
        x + s * place,
        y - s * 0.5,
        x + s * place,
        y - s * 0.28,
        s * 0.17,
        hex(random.next() < 0.6 ? '#ffd45a' : '#ff9f33'),
      );
    }
  };
  for (let row = 0; row < 3; row++) {
    for (let x = 0.47 + row * 0.05; x < 1.22; ) {
      const size = random.between(0.022, 0.031) + row * 0.005;
      const broad = random.between(1, 2.1);
      if (random.next() < 0.8)
        house(x, nearLine(x) + 0.012 + row * 0.04 + random.between(0, 0.016), size, broad);
      x += size * broad * random.between(1.05, 1.9);
    }
    if (row === 0) paintChurch(dab);
  }
}

function paintChurch(
  dab: (x0: number, y0: number, x1: number, y1: number, w: number, c: Colour) => void,
): void {
  const [shade, light, slate] = [hex('#27406b'), hex('#6c8cae'), hex('#1b2745')];
  for (let k = 0; k < 3; k++) {
    dab(0.834 + k * 0.009, 0.85, 0.834 + k * 0.009, 0.69, 0.013, k === 2 ? shade : light);
    dab(0.836 + k * 0.007, 0.705, 0.845, 0.565, 0.011, k === 0 ? hex('#4d648c') : slate);
  }
  dab(0.843, 0.725, 0.843, 0.74, 0.009, hex('#ffc94a'));
}

/** A cypress is a flame: strokes that rise, lean together and part again at the tips. */
function paintCypress(
  canvas: Canvas,
  random: Random,
  foot: number,
  base: number,
  tall: number,
  broad: number,
): void {
  const unit = canvas.image.height;
  for (let k = 0; k < 620; k++) {
    const up = random.next() ** 0.85 * 0.97;
    const half = broad * (1 - up) ** 0.8 * (0.75 + 0.25 * Math.sin(up * 19 + foot * 9));
    const side = random.between(-1, 1);
    const x = foot + side * half + Math.sin(up * 7) * 0.012;
    const y = base - up * tall;
    const rise = (px: number, py: number): number =>
      -Math.PI / 2 + 0.5 * Math.sin(py * 21 + px * 13) - side * 0.28 + 0.4 * noise(px * 14, py * 8, 21);
    const tone = clamp(0.3 + 0.45 * noise(x * 22, y * 9, 5) + side * -0.16 + random.wobble() * 0.2);
    layStroke(canvas, {
      path: followField(rise, x, y, random.between(0.05, 0.1), 0.008).map(
        ([px, py]): Point => [px * unit, py * unit],
      ),
      width: random.between(0.009, 0.015) * unit,
      colour: cypressTones(tone),
      seed: k + 5000,
      load: 1.3,
      streak: 0.25,
      taper: 0.95,
    });
  }
}

/** The heart of a light: short thick strokes that run round it. */
function paintLight(canvas: Canvas, random: Random, { x: middle, y: centre, core }: Light): void {
  const unit = canvas.image.height;
  const around = (x: number, y: number): number => Math.atan2(y - centre, x - middle) + 1.5;
  const count = Math.round(14 + 310000 * core ** 2);
  for (let k = 0; k < count; k++) {
    const x = middle + core * random.between(-1.1, 1.1);
    const y = centre + core * random.between(-1.1, 1.1);
    if (Math.hypot(x - middle, y - centre) > core * 1.05) continue;
    layStroke(canvas, {
      path: followField(around, x, y, core * 0.9 + 0.008, 0.004).map(
        ([px, py]): Point => [px * unit, py * unit],
      ),
      width: 0.011 * unit,
      colour: jittered(glow(0.78 + 0.2 * random.next()), 0.08, random),
      seed: k,
      load: 1.6,
    });
  }
}

function paint(width: number, height: number): FloatImage {
  const canvas = stretchCanvas(width, height, hex('#23406f'));
  const random = seededRandom(1889);
  const sky = (x: number, y: number): boolean => y < hillLine(x) + 0.01;
  const far = (x: number, y: number): boolean => y > hillLine(x) && y < nearLine(x) + 0.02;
  const near = (x: number, y: number): boolean => y > nearLine(x);
  paintRegion(
    canvas,
    random,
    { count: 2600, width: 0.026, length: 0.16, jitter: 0.1, load: 0.7 },
    sky,
    skyColour,
    current,
  );
  paintRegion(
    canvas,
    random,
    { count: 5200, width: 0.0145, length: 0.1, jitter: 0.2, load: 1 },
    sky,
    skyColour,
    current,
  );
  paintRegion(
    canvas,
    random,
    { count: 4200, width: 0.0095, length: 0.075, jitter: 0.3, load: 1.2 },
    sky,
    skyColour,
    current,
  );
  for (const light of lights) if (light.core > 0) paintLight(canvas, random, light);
  paintRegion(
    canvas,
    random,
    { count: 9000, width: 0.013, length: 0.085, jitter: 0.2, load: 1 },
    far,
    groundColour,
    groundFlow,
  );
  paintRegion(
    canvas,
    random,
    { count: 7000, width: 0.013, length: 0.07, jitter: 0.25, load: 1 },
    near,
    groundColour,
    groundFlow,
  );
  paintVillage(canvas, random);
  paintCypress(canvas, random, 0.175, 1.04, 0.93, 0.085);
  paintCypress(canvas, random, 0.285, 1.03, 0.5, 0.05);
  return lit(canvas, 0.44, 0.22, 1.5);
}

export const nightSky: SamplePicture = {
  name: 'night-sky',
  role: 'style',
  width: 640,
  height: 512,
  title: { en: 'Whorls of night', zh: '旋涡之夜' },
  paint,
};
