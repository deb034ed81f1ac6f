/**
 * The old town across its river, in late sun: every pixel gathers light along a few random paths.
 *
 * A path looks for the sun (a disc, so shadows are soft) and for the sky over a random part of the hemisphere, so
 * corners darken by themselves; water and window panes mirror what stands before them.
 */
import { added, blend, developed, graded, scaled, times } from './colour.ts';
import { clamp, fbm, noise, smoothstep } from './noise.ts';
import { blankImage, type Colour, type FloatImage, fillImage, type SamplePicture } from './picture.ts';
import { type Random, seededRandom } from './random.ts';
import { type Direction, skyTowards } from './sky.ts';
import { blocked, firstHit, type Place, type Scene } from './solids.ts';
import { plannedTown } from './town-plan.ts';
import { leafColour, skinAt } from './town-skins.ts';

const eye: Place = [1.2, 4.6, -33];
const sunlight: Colour = [5.6, 4.3, 2.9];

function unit(x: number, y: number, z: number): Direction {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}

const sunward = unit(-0.62, 0.5, -0.6);

const advanced = (from: Place, view: Direction, t: number): Place => [
  from[0] + view[0] * t,
  from[1] + view[1] * t,
  from[2] + view[2] * t,
];

/** A direction about a normal, likelier where it counts more. */
function scattered([nx, ny, nz]: Direction, random: Random): Direction {
  const z = random.next() * 2 - 1;
  const turn = random.next() * 2 * Math.PI;
  const r = Math.sqrt(1 - z * z);
  return unit(nx * 1.001 + r * Math.cos(turn), ny * 1.001 + z, nz * 1.001 + r * Math.sin(turn));
}

/** The wooded hills behind the town end the sky. */
function backdrop(view: Direction): Colour {
  const azimuth = view[0] / Math.max(0.05, view[2]);
  const crest = 0.2 + 0.045 * Math.sin(azimuth * 3.1 + 1.1) + 0.012 * fbm(azimuth * 30, 2, 4, 5);
  const sky = skyTowards(view, sunward);
  if (view[2] < 0.2 || view[1] > crest) return sky;
  const leaf = fbm(azimuth * 42, view[1] * 60, 4, 6);
  const wood = blend([0.1, 0.15, 0.1], [0.4, 0.42, 0.18], clamp(0.45 + leaf));
  return blend(scaled(wood, 1.1), [0.85, 0.88, 0.95], 0.42);
}

function lightAt(scene: Scene, place: Place, normal: Direction, random: Random): Colour {
  const from = advanced(place, normal, 0.004);
  const aim = unit(
    sunward[0] + random.wobble() * 0.012,
    sunward[1] + random.wobble() * 0.012,
    sunward[2] + random.wobble() * 0.012,
  );
  const facing = normal[0] * aim[0] + normal[1] * aim[1] + normal[2] * aim[2];
  const sun = facing > 0 && !blocked(scene, from, aim, random.next()) ? facing : 0;
  const look = scattered(normal, random);
  let sky: Colour;
  if (look[1] < 0 && from[2] < 0.1) sky = [0.28, 0.3, 0.3];
  else if (blocked(scene, from, look, random.next())) sky = [0.26, 0.2, 0.15];
  else sky = look[1] > 0 ? [0.5 + 0.2 * look[1], 0.62 + 0.2 * look[1], 0.88] : [0.3, 0.27, 0.22];
  return added(scaled(sunlight, sun), sky);
}

function seen(scene: Scene, from: Place, view: Direction, random: Random, bounces: number): Colour {
  const hit = firstHit(scene, from, view, random.next());
  const toWater = view[1] < 0 ? -from[1] / view[1] : Number.POSITIVE_INFINITY;
  if (toWater < (hit?.t ?? 1e9)) {
    return bounces > 0
      ? waterColour(scene, advanced(from, view, toWater), view, toWater, random)
      : [0.1, 0.13, 0.13];
  }
  if (!hit) return backdrop(view);
  const place = advanced(from, view, hit.t);
  const air = 1 - Math.exp(-Math.max(0, hit.t - 30) * 0.0075);
  const veil = (colour: Colour): Colour => blend(colour, [0.95, 0.9, 0.85], air);
  if (hit.crown) {
    const { centre, seed } = hit.crown;
    const jitter = (): number => random.wobble() * 0.5;
    const [x, y, z] = [place[0] - centre[0], place[1] - centre[1], place[2] - centre[2]];
    const out = unit(x, y, z);
    return veil(
      times(
        leafColour(place, seed),
        lightAt(
          scene,
          advanced(place, out, 0.25),
          unit(out[0] + jitter(), out[1] + jitter(), out[2] + jitter()),
          random,
        ),
      ),
    );
  }
  if (!hit.body) return backdrop(view);
  const normal: Direction = [hit.plane[0], hit.plane[1], hit.plane[2]];
  const skin = skinAt(hit.body, place, hit.plane);
  const own = times(skin.colour, lightAt(scene, place, normal, random));
  if (skin.gloss === 0 || bounces === 0) return veil(own);
  const into = view[0] * normal[0] + view[1] * normal[1] + view[2] * normal[2];
  const wave = 0.03 * noise(place[0] * 3, place[1] * 3, 7);
  const back = unit(
    view[0] - 2 * into * normal[0] + wave,
    view[1] - 2 * into * normal[1] + wave + 0.12,
    view[2] - 2 * into * normal[2],
  );
  return veil(added(own, scaled(skyTowards(back, sunward), skin.gloss * 0.55)));
}

function waterColour(scene: Scene, place: Place, view: Direction, distance: number, random: Random): Colour {
  const [x, , z] = place;
  const far = 1 / (1 + distance * 0.02);
  const gust = 0.45 + 0.55 * smoothstep(-0.25, 0.35, fbm(x * 0.06, z * 0.16, 2, 40));
  const ripple = (seed: number): number =>
    (fbm(x * 0.55, z * 1.1, 3, seed) * 0.1 + noise(x * 2.6, z * 5, seed + 7) * 0.06) * far * gust;
  const normal = unit(ripple(41) * 0.7, 1, ripple(45));
  const into = view[0] * normal[0] + view[1] * normal[1] + view[2] * normal[2];
  const back = unit(
    view[0] - 2 * into * normal[0],
    Math.abs(view[1] - 2 * into * normal[1]),
    view[2] - 2 * into * normal[2],
  );
  const mirrored = seen(scene, [x, 0.002, z], back, random, 0);
  const fresnel = clamp(0.04 + 0.96 * (1 - clamp(-into)) ** 3.2 + 0.22);
  return blend([0.1, 0.13, 0.1], mirrored, fresnel);
}

function paint(width: number, height: number): FloatImage {
  const scene = plannedTown();
  const random = seededRandom(1477);
  const grid = 3;
  const image = fillImage(blankImage(width, height), (px, py) => {
    let sum: Colour = [0, 0, 0];
    for (let k = 0; k < grid * grid; k++) {
      const x = (px - 0.5 + ((k % grid) + random.next()) / grid - width / 2) / height;
      const y = (height * 0.675 - py + 0.5 - (Math.floor(k / grid) + random.next()) / grid) / height;
      const light = seen(scene, eye, unit(x, y, 1.42), random, 1);
      // A spark must not outshine its pixel's other samples.
      sum = added(sum, [Math.min(light[0], 3.2), Math.min(light[1], 3.2), Math.min(light[2], 3.2)]);
    }
    return scaled(sum, 1 / grid ** 2);
  });
  return graded(developed(image, 0.52), 1.02);
}

export const oldTown: SamplePicture = {
  name: 'old-town',
  role: 'content',
  width: 672,
  height: 448,
  title: { en: 'Old town on the river', zh: '河畔古城' },
  paint,
};
