/**
 * An old town on a river: gabled houses shoulder to shoulder on a quay, a second row on the slope behind them,
 * a church and a round tower. Metres; x to the right, y up, z away; the river lies at y = 0 before the quay.
 */
import { hash, mix } from './noise.ts';
import { type Body, block, body, type Crown, type Place, type Plane, type Scene, spire } from './solids.ts';

/** A house whose gable looks at the river: walls, two slabs of roof that overhang them, a chimney. */
function house(
  left: number,
  right: number,
  foot: number,
  eaves: number,
  ridge: number,
  front: number,
  seed: number,
): Body[] {
  const middle = (left + right) / 2;
  const half = (right - left) / 2;
  const back = front + 10;
  const rise = ridge - eaves;
  const length = Math.hypot(rise, half);
  const [nx, ny] = [rise / length, half / length];
  const slope = (sign: number, lift: number): Plane => [
    sign * nx,
    ny,
    0,
    sign * nx * middle + ny * ridge + lift,
  ];
  const walls = body(
    [
      [-1, 0, 0, -left],
      [1, 0, 0, right],
      [0, -1, 0, -foot],
      [0, 0, -1, -front],
      [0, 0, 1, back],
      slope(1, 0),
      slope(-1, 0),
    ],
    [left, foot, front],
    [right, ridge, back],
    'house',
    seed,
  );
  const slab = (sign: number): Body => {
    const [top, under] = [slope(sign, 0.22), slope(sign, 0.02)];
    const reach = half + 0.35;
    return body(
      [
        top,
        [-under[0], -under[1], 0, -under[3]],
        [-sign, 0, 0, -sign * middle],
        [sign, 0, 0, sign * middle + reach],
        [0, 0, -1, -(front - 0.35)],
        [0, 0, 1, back],
      ],
      [Math.min(middle, middle + sign * reach), eaves - 0.6, front - 0.35],
      [Math.max(middle, middle + sign * reach), ridge + 0.4, back],
      'roof',
      seed,
    );
  };
  const at = mix(left, right, hash(seed, 5) < 0.5 ? 0.27 : 0.73);
  const chimney = block(
    [at - 0.4, eaves + rise * 0.3, front + 3],
    [at + 0.4, ridge + 0.7, front + 3.9],
    'brick',
    seed,
  );
  return [walls, slab(1), slab(-1), chimney];
}

function row(from: number, to: number, foot: number, front: number, seed: number): Body[] {
  const bodies: Body[] = [];
  let x = from;
  for (let k = 0; x < to; k++) {
    const broad = 4.6 + 3.1 * hash(k, seed, 1);
    const eaves = foot + 6.2 + 3.4 * hash(k, seed, 2);
    const ridge = eaves + broad * (0.62 + 0.3 * hash(k, seed, 3));
    bodies.push(...house(x, x + broad, foot, eaves, ridge, front + 0.9 * hash(k, seed, 4), seed * 50 + k));
    x += broad + (hash(k, seed, 6) < 0.25 ? 0.9 : 0.06);
  }
  return bodies;
}

function church(x: number, z: number, foot: number): Body[] {
  return [
    block([x - 2.6, foot, z - 2.6], [x + 2.6, foot + 15.5, z + 2.6], 'stone', 900),
    block([x - 2.9, foot + 15.5, z - 2.9], [x + 2.9, foot + 16, z + 2.9], 'stone', 901),
    spire([x, foot + 16, z], 2.7, 9.8, 8, 0.275, 'slate', 902),
    spire([x, foot + 25.6, z], 0.12, 2.2, 6, 0, 'gold', 903),
    ...house(x + 2.6, x + 11, foot, foot + 9, foot + 16, z - 1.5, 904),
  ];
}

function tower(x: number, z: number): Body[] {
  return [
    spire([x, 0, z], 2.5, 11.5, 20, 0.012, 'stone', 910),
    spire([x, 11.5, z], 2.85, 1.3, 20, 0, 'stone', 911),
    spire([x, 12.8, z], 3.2, 6, 20, 0.5, 'roof', 912),
  ];
}

/** A punt with a pointed bow, lying along the quay. */
function punt(x: number, z: number, long: number, seed: number): Body {
  const planes: Plane[] = [
    [0, -1, 0, 0.3],
    [0, 1, 0, 0.42],
    [0, -0.3, -0.95, -z * 0.95 + 0.62],
    [0, -0.3, 0.95, z * 0.95 + 0.62],
    [-0.6, -0.6, 0, -0.6 * (x - long / 2)],
    [0.6, -0.6, 0, 0.6 * (x + long / 2)],
  ];
  return body(planes, [x - long / 2 - 1, -0.3, z - 1], [x + long / 2 + 1, 0.42, z + 1], 'boat', seed);
}

function tree(
  x: number,
  z: number,
  foot: number,
  tall: number,
  seed: number,
): { crowns: Crown[]; trunk: Body } {
  const centre = (dx: number, dy: number, dz: number): Place => [
    x + dx * tall,
    foot + dy * tall,
    z + dz * tall,
  ];
  const crowns = [
    { centre: centre(0, 0.72, 0), radius: tall * 0.3, seed },
    { centre: centre(-0.2, 0.55, 0.04), radius: tall * 0.23, seed: seed + 1 },
    { centre: centre(0.2, 0.52, -0.04), radius: tall * 0.24, seed: seed + 2 },
  ];
  return { crowns, trunk: spire([x, foot, z], tall * 0.028, tall * 0.5, 7, 0.004, 'bark', seed) };
}

export function plannedTown(): Scene {
  const trees = [
    tree(-14.6, -0.2, 2.4, 9, 1),
    tree(13.2, -0.1, 2.4, 7.6, 11),
    tree(18, 0.2, 2.4, 9.5, 21),
    tree(-19.5, 0.2, 2.4, 8, 31),
    tree(-6, 18, 7, 13, 41),
    tree(22, 20, 8, 14, 51),
    tree(3, 32, 12, 13, 61),
    tree(-17, 30, 11, 15, 71),
    tree(-26, 26, 10, 15, 81),
    tree(16, 34, 12, 14, 91),
    tree(28, 32, 12, 15, 95),
  ];
  const bodies = [
    block([-60, -1, 0], [60, 2.4, 60], 'quay', 1),
    block([-60, 2.4, -0.02], [60, 2.75, 0.4], 'coping', 2),
    ...row(-24, -12.5, 2.4, 2, 3),
    ...row(-7.4, 21, 2.4, 2, 4),
    ...row(-29, 29, 5, 16, 6),
    ...tower(-10, 3.4),
    ...church(6.6, 22, 4),
    punt(-3.5, -1.6, 3.4, 1),
    punt(8.6, -2.6, 3.8, 2),
    ...trees.map(({ trunk }) => trunk),
  ];
  return { bodies, crowns: trees.flatMap(({ crowns }) => crowns) };
}
