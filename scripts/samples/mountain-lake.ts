/**
 * A mountain lake on an autumn morning: a landscape of heights, walked over by rays.
 *
 * Each ray of sight steps over the land until it is under it; where it meets water it is mirrored by the ripples
 * and walks again. Nearby trees are drawn over the scene afterwards, branch by branch.
 */
import { added, blend, developed, graded, scaled, times } from './colour.ts';
import { forest, ground, groundColour, sunlight, sunward, throughAir } from './lake-plan.ts';
import { clamp, fbm, hash, noise, smoothstep } from './noise.ts';
import { blankImage, type Colour, type FloatImage, fillImage, type SamplePicture } from './picture.ts';
import { drawPines } from './pines.ts';
import { type Direction, skyTowards } from './sky.ts';
import { type Heights, surveyed } from './terrain.ts';

type Place = readonly [number, number, number];
const eye: Place = [0.05, 0.105, -0.35];
const farthest = 13;

/** The tallest tree. */
const canopy = 0.1;

/** The land with its trees, from `heights` of the bare ground; `y` is where it is asked from. */
function wooded(heights: Heights, x: number, z: number, y: number, distance: number): number {
  const height = heights(x, z);
  const trees = y - height < canopy && height > 0.004 && height < 0.75 && distance < 7;
  return trees ? height + forest(x, z, height).tall : height;
}

/** How far along a ray the land begins; undefined where there is only sky. */
function walk(
  heights: Heights,
  from: Place,
  view: Direction,
  start: number,
  coarse: number,
): number | undefined {
  const heightAt = (t: number): number =>
    wooded(heights, from[0] + view[0] * t, from[2] + view[2] * t, from[1] + view[1] * t, t);
  let distance = start;
  let last = start;
  for (let k = 0; k < 420 && distance < farthest; k++) {
    const y = from[1] + view[1] * distance;
    if (y > 3.2 && view[1] > 0) return undefined;
    const above = y - heightAt(distance);
    if (above < 0) {
      let [low, high] = [last, distance];
      for (let n = 0; n < 7; n++) {
        const middle = (low + high) / 2;
        const under = from[1] + view[1] * middle < heightAt(middle);
        if (under) high = middle;
        else low = middle;
      }
      return high;
    }
    last = distance;
    distance += clamp(above * 0.42, 0.0022 * (1 + distance) * coarse, 0.35);
  }
  return undefined;
}

function shadowAt(heights: Heights, x: number, y: number, z: number): number {
  let light = 1;
  for (let t = 0.02, k = 0; k < 26 && t < 3.4; k++) {
    const above = y + sunward[1] * t - heights(x + sunward[0] * t, z + sunward[2] * t);
    light = Math.min(light, 0.5 + (above * 9) / t);
    if (light < 0) return 0;
    t += clamp(above * 0.6, 0.03, 0.3);
  }
  return clamp(light);
}

function landColour(heights: Heights, from: Place, view: Direction, distance: number): Colour {
  const [x, y, z] = [
    from[0] + view[0] * distance,
    from[1] + view[1] * distance,
    from[2] + view[2] * distance,
  ];
  const step = 0.0012 * (1 + distance);
  const exact: Heights = (px, pz) => ground(px, pz, distance < 3 ? 8 : 7);
  const dx = wooded(exact, x + step, z, y, distance) - wooded(exact, x - step, z, y, distance);
  const dz = wooded(exact, x, z + step, y, distance) - wooded(exact, x, z - step, y, distance);
  const length = Math.hypot(dx, 2 * step, dz);
  const [nx, ny, nz] = [-dx / length, (2 * step) / length, -dz / length];
  const bare = heights(x, z);
  const tree = distance < 7 ? forest(x, z, bare) : { tall: 0, shade: 0 };
  const own = groundColour(x, z, bare, ny, tree);
  const facing = Math.max(0, nx * sunward[0] + ny * sunward[1] + nz * sunward[2]);
  const sun = facing * shadowAt(heights, x, y + 0.004, z);
  const open = 0.45 + 0.55 * ny;
  const ambient = scaled([0.34, 0.44, 0.62], open);
  // Light that fell on the sunny side of the valley and comes back warm.
  const bounced = scaled([0.2, 0.15, 0.1], clamp(0.5 - nx * 0.5));
  const lightHere = added(added(scaled(sunlight, sun), ambient), bounced);
  return throughAir(times(own, lightHere), distance, y, view);
}

function waterNormal(x: number, z: number, distance: number): Direction {
  const calm = 1 / (1 + distance * 0.55);
  const breeze = 0.35 + 0.65 * smoothstep(-0.2, 0.4, noise(x * 1.1 + 3, z * 2.2, 91));
  const ripple = (seed: number): number =>
    fbm(x * 21 + seed, z * 34, 3, seed) * 0.024 * breeze +
    noise(x * 110, z * 190, seed + 9) * 0.016 * breeze * calm;
  const [nx, nz] = [ripple(92) * calm, ripple(96) * calm];
  const length = Math.hypot(nx, 1, nz);
  return [nx / length, 1 / length, nz / length];
}

function waterColour(heights: Heights, view: Direction, distance: number): Colour {
  const [x, z] = [eye[0] + view[0] * distance, eye[2] + view[2] * distance];
  const [nx, ny, nz] = waterNormal(x, z, distance);
  const into = view[0] * nx + view[1] * ny + view[2] * nz;
  const back: Direction = [
    view[0] - 2 * into * nx,
    Math.abs(view[1] - 2 * into * ny),
    view[2] - 2 * into * nz,
  ];
  const hit = walk(heights, [x, 0.001, z], back, 0.01, 2);
  const mirrored =
    hit === undefined ? skyTowards(back, sunward) : landColour(heights, [x, 0.001, z], back, hit);
  const fresnel = 0.03 + 0.97 * (1 - clamp(-into)) ** 4.2;
  const depth = smoothstep(0, -0.05, ground(x, z, 4));
  const bed = scaled(
    [0.2, 0.19, 0.14],
    0.5 + 0.5 * hash(Math.floor(x * 240), Math.floor(z * 200), 4) + 0.4 * noise(x * 40, z * 40, 3),
  );
  const body = blend(bed, [0.02, 0.07, 0.085], depth);
  return throughAir(blend(body, mirrored, clamp(fresnel * 0.95 + 0.06)), distance, 0, view);
}

function seen(heights: Heights, view: Direction): Colour {
  const land = walk(heights, eye, view, 0.15, 1);
  const water = view[1] < 0 ? -eye[1] / view[1] : undefined;
  if (water !== undefined && (land === undefined || water < land)) return waterColour(heights, view, water);
  return land === undefined ? skyTowards(view, sunward) : landColour(heights, eye, view, land);
}

function paint(width: number, height: number): FloatImage {
  const image = blankImage(width, height);
  const heights = surveyed((x, z) => ground(x, z, 7));
  const samples = [
    [-0.25, -0.12],
    [0.25, 0.12],
  ] as const;
  fillImage(image, (px, py) => {
    let sum: Colour = [0, 0, 0];
    for (const [ox, oy] of samples) {
      const x = (px + ox - width / 2) / height;
      const y = (height * 0.47 - py - oy) / height;
      const length = Math.hypot(x, y, 1.15);
      sum = added(sum, seen(heights, [x / length, y / length, 1.15 / length]));
    }
    return scaled(sum, 1 / samples.length);
  });
  drawPines(image);
  return graded(developed(image, 0.62), 1.35);
}

export const mountainLake: SamplePicture = {
  name: 'mountain-lake',
  role: 'content',
  width: 640,
  height: 480,
  title: { en: 'Lake under the mountains', zh: '山下之湖' },
  paint,
};
