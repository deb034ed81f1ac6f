import { param } from '../graph/parameter.ts';
import { onlyWith } from '../graph/relevance.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { imageOut } from './image-ports.ts';

type Kind = 'clouds' | 'waves' | 'stripes' | 'checks' | 'dots';
type Colour = readonly [red: number, green: number, blue: number];

/** From, and to. */
const palettes = {
  ink: [
    [0.08, 0.09, 0.14],
    [0.96, 0.93, 0.86],
  ],
  sea: [
    [0.02, 0.12, 0.35],
    [0.62, 0.9, 0.85],
  ],
  fire: [
    [0.25, 0.02, 0.08],
    [1, 0.78, 0.25],
  ],
  forest: [
    [0.05, 0.18, 0.1],
    [0.85, 0.82, 0.45],
  ],
  plum: [
    [0.3, 0.1, 0.45],
    [1, 0.72, 0.75],
  ],
} satisfies Record<string, readonly [Colour, Colour]>;

const side = (en: string, zh: string) =>
  param.integer({
    default: 256,
    min: 16,
    max: 4096,
    unit: 'px',
    title: { en, zh },
    hint: { en: 'Of the image.', zh: '图像的尺寸。' },
  });

/** An image by formula, for a style or a start that needs no file. */
export const pattern = defineNode({
  kind: 'pattern',
  version: 1,
  title: { en: 'Pattern', zh: '图案' },
  summary: {
    en: 'Stripes, checks, dots, waves or clouds, by formula',
    zh: '由公式生成的条纹、方格、圆点、波纹或云',
  },
  documentation: {
    en: 'Its texture is known exactly, so it is good to learn by: what does the Gram matrix of stripes keep, and what of checks? Clouds are noise at many sizes added up; waves are twelve plane waves in directions that the seed draws; the others repeat *count* times along the longer side.',
    zh: '它的纹理是精确已知的，适合用来学习：条纹的 Gram 矩阵保留了什么，方格的又保留了什么？云是多种尺度噪声之和；波纹是十二列平面波，方向由种子决定；其余沿长边重复“数量”次。',
  },
  formula: String.raw`t_{ij} = \sum_k a_k\,\cos\bigl(2\pi(u_k i + v_k j) + \varphi_k\bigr),\quad X = c_0 + t\,(c_1 - c_0)`,
  source: 'Clouds: value noise in octaves, after Perlin 1985, An image synthesizer',
  inputs: {},
  outputs: { image: imageOut },
  params: {
    pattern: param.choice({
      choices: {
        clouds: { en: 'Clouds', zh: '云' },
        waves: { en: 'Waves', zh: '波纹' },
        stripes: { en: 'Stripes', zh: '条纹' },
        checks: { en: 'Checks', zh: '方格' },
        dots: { en: 'Dots', zh: '圆点' },
      },
      title: { en: 'Pattern', zh: '图案' },
      hint: { en: 'What is drawn.', zh: '画什么。' },
    }),
    palette: param.choice({
      choices: {
        ink: { en: 'Ink and paper', zh: '墨与纸' },
        sea: { en: 'Sea', zh: '海' },
        fire: { en: 'Fire', zh: '火' },
        forest: { en: 'Forest', zh: '林' },
        plum: { en: 'Plum', zh: '梅' },
      },
      title: { en: 'Colours', zh: '颜色' },
      hint: { en: 'From the one to the other.', zh: '由一种颜色过渡到另一种。' },
    }),
    width: side('Width', '宽'),
    height: side('Height', '高'),
    count: param.integer({
      default: 8,
      min: 1,
      max: 64,
      title: { en: 'Count', zh: '数量' },
      hint: { en: 'How often it repeats along the longer side.', zh: '沿长边重复多少次。' },
    }),
    angle: onlyWith(
      { pattern: ['stripes'] },
      param.integer({
        default: 30,
        min: -90,
        max: 90,
        unit: '°',
        title: { en: 'Angle', zh: '角度' },
        hint: { en: 'Of stripes.', zh: '条纹的角度。' },
      }),
    ),
    seed: onlyWith(
      { pattern: ['clouds', 'waves'] },
      param.integer({
        default: 1,
        min: 0,
        max: 2_147_483_647,
        title: { en: 'Seed', zh: '种子' },
        hint: { en: 'Of clouds and waves.', zh: '云与波纹的种子。' },
      }),
    ),
  },
  infer: (_, { width, height }) => success({ image: { shape: [height, width, 3] } }),
  lower({ ir }, _, { pattern: kind, palette, width, height, count, angle, seed }) {
    const size = [height, width] as const;
    const field = fieldOf(ir, kind, { size, count, angle: (angle * Math.PI) / 180, seed });
    const [from, to] = palettes[palette];
    const rows = ir.reshape({ x: field }, { shape: [height * width, 1] });
    const way = ir.constant({}, { shape: [1, 3], numbers: to.map((value, at) => value - (from[at] ?? 0)) });
    const x = ir.channelAffine(
      { x: ir.reshape({ x: ir.matmul({ a: rows, b: way }) }, { shape: [height, width, 3] }) },
      { factors: [1, 1, 1], offsets: from },
    );
    return { image: { value: ir.clamp({ x }, { low: 0, high: 1 }) } };
  },
});

interface Drawing {
  readonly size: readonly [height: number, width: number];
  readonly count: number;
  readonly angle: number;
  readonly seed: number;
}

/** [H, W] between 0 and 1. */
function fieldOf(ir: Ir, kind: Kind, drawing: Drawing): Value {
  const { size, count, angle } = drawing;
  const unit = count / Math.max(...size);
  /** Contrast so high that a cosine has edges, a pixel or two soft. */
  const edged = (x: Value) => {
    const steep = Math.max(1, 0.25 / unit);
    return ir.clamp({ x: ir.affine({ x }, { factor: steep, offset: 0.5 }) }, { low: 0, high: 1 });
  };
  switch (kind) {
    case 'stripes':
      return edged(
        waves(ir, size, [{ down: unit * Math.sin(angle), across: unit * Math.cos(angle), phase: 0 }]),
      );
    case 'checks': {
      // cos·cos is the mean of two waves along the diagonals.
      const half = unit / 2;
      return edged(
        waves(ir, size, [
          { down: half, across: half, phase: 0 },
          { down: half, across: -half, phase: 0 },
        ]),
      );
    }
    case 'dots': {
      const sum = waves(ir, size, [
        { down: unit, across: 0, phase: 0 },
        { down: 0, across: unit, phase: 0 },
      ]);
      return edged(ir.affine({ x: sum }, { factor: 1, offset: -0.35 }));
    }
    case 'waves': {
      const drawn = Array.from({ length: 12 }, (_, at) => {
        const turn = Math.PI * scattered(drawing.seed, 3 * at);
        const pace = unit * (0.5 + scattered(drawing.seed, 3 * at + 1));
        const phase = 2 * Math.PI * scattered(drawing.seed, 3 * at + 2);
        return { down: pace * Math.sin(turn), across: pace * Math.cos(turn), phase };
      });
      return ir.affine({ x: waves(ir, size, drawn) }, { factor: 0.7, offset: 0.5 });
    }
    case 'clouds':
      return clouds(ir, drawing);
  }
}

interface Wave {
  /** Cycles per pixel. */
  readonly down: number;
  readonly across: number;
  readonly phase: number;
}

/**
 * The sum of plane waves over √count, [H, W]. cos(a + b) = cos a · cos b − sin a · sin b: a product of two narrow
 * matrices, however large the image is.
 */
function waves(ir: Ir, [height, width]: Drawing['size'], drawn: readonly Wave[]): Value {
  const loud = 1 / Math.sqrt(drawn.length);
  const rows = Array.from({ length: height }, (_, i) =>
    drawn.flatMap(({ down, phase }) => {
      const at = 2 * Math.PI * down * (i + 0.5) + phase;
      return [loud * Math.cos(at), -loud * Math.sin(at)];
    }),
  );
  const columns = Array.from({ length: width }, (_, j) =>
    drawn.flatMap(({ across }) => {
      const at = 2 * Math.PI * across * (j + 0.5);
      return [Math.cos(at), Math.sin(at)];
    }),
  );
  const inner = 2 * drawn.length;
  const left = ir.constant({}, { shape: [height, inner], numbers: rows.flat() });
  const right = ir.constant({}, { shape: [width, inner], numbers: columns.flat() });
  return ir.matmul({ a: left, b: ir.transpose({ x: right }) });
}

/** Noise on grids that become finer by halves, each half as loud as the one before. */
function clouds(ir: Ir, { size: [height, width], count, seed }: Drawing): Value {
  const longest = Math.max(height, width);
  const octaves = Math.max(1, Math.min(6, Math.floor(Math.log2(longest / count))));
  const sum = Array.from({ length: octaves }, (_, octave) => {
    const cells = count * 2 ** octave;
    const grid = [height, width].map(side => Math.max(2, Math.round((side * cells) / longest)));
    const [rows = 2, columns = 2] = grid;
    const noise = ir.noise({}, { shape: [rows, columns, 1], seed: (seed + 7919 * octave) % 2_147_483_647 });
    const spread = ir.resample(
      { x: noise },
      { from: [rows, columns], to: [height, width], filter: 'bicubic', adjoint: false },
    );
    return ir.affine({ x: spread }, { factor: 0.5 ** octave, offset: 0 });
  }).reduce((a, b) => ir.add({ a, b }));
  return ir.affine({ x: sum }, { factor: 0.28, offset: 0.5 });
}

/** A number in [0, 1) that is the same everywhere for the same seed and place. */
function scattered(seed: number, place: number): number {
  let state = (seed ^ Math.imul(place + 1, 0x9e3779b1)) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
}
