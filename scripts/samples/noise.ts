/**
 * Noise: the grain of every sample picture.
 *
 * All of it is a function of position and seed through one integer hash, so that nothing depends on the order
 * in which a picture is painted.
 */
export const clamp = (x: number, low = 0, high = 1): number => Math.min(Math.max(x, low), high);
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

export function smoothstep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

function hashBits(x: number, y: number, z: number, seed: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(z, 0x1b873593);
  h ^= Math.imul(seed + 0x3c6ef372, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A uniform number in [0, 1) for a lattice point. */
export const hash = (x: number, y: number, z = 0, seed = 0): number => hashBits(x, y, z, seed) / 4294967296;

const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);

function slope(x: number, y: number, dx: number, dy: number, seed: number): number {
  const bits = hashBits(x, y, 0, seed);
  // The two halves of the hash give a gradient that is cheap and has no favoured axis.
  const gx = (bits & 0xffff) / 32768 - 1;
  const gy = (bits >>> 16) / 32768 - 1;
  return gx * dx + gy * dy;
}

/** Gradient noise, about [-1, 1]. */
export function noise(x: number, y: number, seed = 0): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const u = x - i;
  const v = y - j;
  const fu = fade(u);
  const top = mix(slope(i, j, u, v, seed), slope(i + 1, j, u - 1, v, seed), fu);
  const bottom = mix(slope(i, j + 1, u, v - 1, seed), slope(i + 1, j + 1, u - 1, v - 1, seed), fu);
  return mix(top, bottom, fade(v)) * 1.7;
}

/** Value noise in space, [0, 1]. */
export function noise3(x: number, y: number, z: number, seed = 0): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const u = fade(x - i);
  const v = fade(y - j);
  const w = fade(z - k);
  const near = mix(
    mix(hash(i, j, k, seed), hash(i + 1, j, k, seed), u),
    mix(hash(i, j + 1, k, seed), hash(i + 1, j + 1, k, seed), u),
    v,
  );
  const far = mix(
    mix(hash(i, j, k + 1, seed), hash(i + 1, j, k + 1, seed), u),
    mix(hash(i, j + 1, k + 1, seed), hash(i + 1, j + 1, k + 1, seed), u),
    v,
  );
  return mix(near, far, w);
}

/** Octaves of gradient noise, each turned a little so that their lattices do not align; about [-1, 1]. */
export function fbm(x: number, y: number, octaves: number, seed = 0, gain = 0.5): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  let px = x;
  let py = y;
  for (let o = 0; o < octaves; o++) {
    sum += weight * noise(px, py, seed + o);
    total += weight;
    weight *= gain;
    const turned = 1.6 * px + 1.2 * py;
    py = 1.6 * py - 1.2 * px + 17.3;
    px = turned + 5.1;
  }
  return sum / total;
}

export function fbm3(x: number, y: number, z: number, octaves: number, seed = 0): number {
  let sum = 0;
  let weight = 0.5;
  let scale = 1;
  for (let o = 0; o < octaves; o++) {
    sum += weight * noise3(x * scale + o * 7.7, y * scale, z * scale, seed + o);
    weight *= 0.5;
    scale *= 2.03;
  }
  return sum / (1 - 0.5 ** octaves);
}

/** Sharp crests where `fbm` has zeros: [0, 1]. */
export function ridges(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0;
  let weight = 0.5;
  let px = x;
  let py = y;
  let carried = 1;
  for (let o = 0; o < octaves; o++) {
    const crest = (1 - Math.abs(noise(px, py, seed + o))) ** 2;
    sum += weight * crest * carried;
    // A crest carries the next octave's detail, a valley smooths it away.
    carried = clamp(crest * 1.4);
    weight *= 0.5;
    const turned = 1.6 * px + 1.2 * py;
    py = 1.6 * py - 1.2 * px + 3.1;
    px = turned + 9.7;
  }
  return sum;
}

export type Cell = { nearest: number; second: number; id: number; x: number; y: number };

/** Scattered points, one to a lattice cell: distances to the two nearest, and who the nearest is. */
export function cells(x: number, y: number, seed = 0, jitter = 0.9): Cell {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const found: Cell = { nearest: 9, second: 9, id: 0, x: 0, y: 0 };
  for (let dj = -1; dj <= 1; dj++) {
    for (let di = -1; di <= 1; di++) {
      const px = i + di + 0.5 + (hash(i + di, j + dj, 1, seed) - 0.5) * jitter;
      const py = j + dj + 0.5 + (hash(i + di, j + dj, 2, seed) - 0.5) * jitter;
      const distance = Math.hypot(px - x, py - y);
      if (distance < found.nearest) {
        found.second = found.nearest;
        found.nearest = distance;
        found.id = hash(i + di, j + dj, 3, seed);
        found.x = px;
        found.y = py;
      } else if (distance < found.second) found.second = distance;
    }
  }
  return found;
}
