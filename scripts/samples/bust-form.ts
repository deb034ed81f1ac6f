/**
 * The form of a marble bust, as the distance from any place to its surface.
 *
 * A head is ellipsoids melted into one another: skull, face, jaw, cheeks; then nose, lids, lips; then hair in
 * waves, gathered in a knot. The face looks along +z, y is up, and the head is about two units high.
 */
import { clamp, mix } from './noise.ts';

/** The union of two forms with a fillet of size k, and one form carved by another the same way. */
function melt(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}
const carve = (a: number, b: number, k: number): number => -melt(-a, b, k);

function ellipsoid(x: number, y: number, z: number, rx: number, ry: number, rz: number): number {
  const k = Math.hypot(x / rx, y / ry, z / rz);
  const slope = Math.hypot(x / (rx * rx), y / (ry * ry), z / (rz * rz));
  return slope < 1e-9 ? -Math.min(rx, ry, rz) : (k * (k - 1)) / slope;
}

type End = readonly [number, number, number, radius: number];

function limb(x: number, y: number, z: number, a: End, b: End): number {
  const [dx, dy, dz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [px, py, pz] = [x - a[0], y - a[1], z - a[2]];
  const t = clamp((px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz));
  return Math.hypot(px - dx * t, py - dy * t, pz - dz * t) - mix(a[3], b[3], t);
}

const browIn: End = [0.07, 0.155, 0.74, 0.06];
const browOut: End = [0.42, 0.17, 0.55, 0.07];
const bridge: End = [0, 0.12, 0.765, 0.062];
const tip: End = [0, -0.25, 0.955, 0.078];
const wing: End = [0.075, -0.285, 0.865, 0.058];
const wingBack: End = [0.09, -0.27, 0.8, 0.05];
const lidLineIn: End = [0.155, -0.055, 0.77, 0.011];
const lidLineMiddle: End = [0.28, -0.085, 0.79, 0.012];
const lidLineOut: End = [0.42, -0.045, 0.68, 0.01];
const upperLip: End = [0.03, -0.495, 0.83, 0.046];
const upperLipOut: End = [0.19, -0.535, 0.715, 0.022];
const lowerLip: End = [0, -0.6, 0.81, 0.058];
const lowerLipOut: End = [0.15, -0.57, 0.725, 0.03];
const mouthMiddle: End = [0, -0.542, 0.895, 0.013];
const mouthOut: End = [0.21, -0.548, 0.725, 0.01];
const nape: End = [0, -0.55, -0.22, 0.4];
const throat: End = [0, -1.75, -0.3, 0.45];

function face(x: number, y: number, z: number): number {
  let d = ellipsoid(x, y - 0.35, z + 0.1, 0.76, 0.83, 0.93);
  d = melt(d, ellipsoid(x, y + 0.2, z - 0.16, 0.575, 0.82, 0.63), 0.25);
  d = melt(d, ellipsoid(x, y + 0.86, z - 0.52, 0.17, 0.13, 0.16), 0.24);
  d = melt(d, ellipsoid(x - 0.37, y + 0.2, z - 0.47, 0.19, 0.17, 0.19), 0.24);
  d = melt(d, limb(x, y, z, browIn, browOut), 0.13);
  d = carve(d, ellipsoid(x - 0.285, y - 0.01, z - 0.87, 0.17, 0.125, 0.17), 0.14);
  d = melt(d, ellipsoid(x - 0.285, y + 0.005, z - 0.625, 0.155, 0.135, 0.15), 0.045);
  d = carve(d, limb(x, y, z, lidLineIn, lidLineMiddle), 0.022);
  d = carve(d, limb(x, y, z, lidLineMiddle, lidLineOut), 0.022);
  d = melt(d, limb(x, y, z, bridge, tip), 0.1);
  d = melt(d, limb(x, y, z, wing, wingBack), 0.06);
  d = melt(d, ellipsoid(x, y + 0.54, z - 0.66, 0.22, 0.16, 0.15), 0.12);
  d = melt(d, limb(x, y, z, upperLip, upperLipOut), 0.045);
  d = melt(d, limb(x, y, z, lowerLip, lowerLipOut), 0.045);
  d = carve(d, limb(x, y, z, mouthMiddle, mouthOut), 0.03);
  d = carve(d, ellipsoid(x, y + 0.42, z - 0.915, 0.025, 0.07, 0.06), 0.05);
  return melt(d, limb(x, y, z, nape, throat), 0.22);
}

/** Hair drawn back in waves from a parting; `side` keeps its sign, so that the two halves differ. */
function hair(x: number, y: number, z: number, side: number): number {
  // Locks run back from the brow: they part by the angle about the head, and wave along its depth.
  const around = Math.atan2(x, y - 0.12);
  const lock = Math.sin(around * 11 + Math.sin(z * 6.5 + around * 2.5 + side * 0.6) * 1.1);
  const strand = Math.sin(around * 37 + Math.sin(z * 6.5 + around * 2.5 + side * 0.6) * 3.4);
  const fine = Math.sin(around * 88 + Math.sin(z * 9 + around * 2) * 3);
  const smooth = ellipsoid(x, y - 0.36, z + 0.17, 0.86, 0.86, 0.97);
  let cap = smooth - 0.038 * lock - 0.016 * strand - 0.006 * fine;
  cap = carve(cap, Math.abs(x) * 0.8 + Math.max(0, 0.8 - y) * 0.6 - 0.02, 0.06);
  // The hairline: back from the brow, down before the ear, and in to the nape.
  const front = z * 0.82 - (y - 0.35) * 0.62 - 0.35 + x * 0.33;
  const low = -y - 0.32 - z * 0.35;
  cap = -melt(-cap, -Math.max(front, low), 0.09);
  const [bx, by, bz] = [x, y - 0.28, z + 1.2];
  const coil = Math.atan2(by, bx * (side < 0 ? -1 : 1)) * 3 + Math.hypot(bx, by) * 17;
  const knot = ellipsoid(bx, by, bz, 0.44, 0.42, 0.36) - 0.03 * Math.sin(coil) - 0.01 * Math.sin(coil * 4.2);
  const ribbon = Math.abs(Math.abs(z + 0.02 - (y - 0.4) * 0.3) - 0.055) - 0.022;
  const band = Math.max(smooth - 0.062, 0.1 - y, ribbon) - 0.008;
  return Math.min(melt(cap, knot, 0.08), band);
}

function shoulders(x: number, y: number, z: number, side: number): number {
  let d = ellipsoid(x, y + 2.25, z + 0.3, 1.32, 0.58, 0.6);
  d = melt(d, limb(x, y, z, [0.06, -1.83, 0.08, 0.05], [0.85, -1.8, -0.12, 0.06]), 0.12);
  // A cloth crosses from one shoulder to the other side in folds.
  const fall = y + 2.13 + side * 0.28;
  const folds = Math.sin(fall * 21 + side * 2.5 + z * 2) * 0.04 + Math.sin(fall * 47 - side * 4) * 0.012;
  const cloth = Math.max(ellipsoid(x, y + 2.25, z + 0.3, 1.4, 0.64, 0.68) - folds, fall);
  d = melt(d, cloth, 0.03);
  d = Math.max(d, -2.72 - y, Math.hypot(side * 0.75, z + 0.3) - 1.02 + (y + 2.7) * -0.05);
  return d;
}

function plinth(x: number, y: number, z: number): number {
  const r = Math.hypot(x, z + 0.3);
  const profile = 0.5 + 0.16 * Math.cos(clamp((y + 3.2) / 0.5) * 6.283);
  const stem = Math.max(r - profile, Math.abs(y + 2.98) - 0.3) * 0.8;
  const foot = Math.max(Math.abs(x), Math.abs(z + 0.3)) - 0.78;
  return Math.min(stem, Math.max(foot, Math.abs(y + 3.5) - 0.24) - 0.015);
}

export function bustDistance(x: number, y: number, z: number): number {
  const side = Math.abs(x);
  const base = plinth(x, y - 0.32, z);
  if (y < -2.63) return base;
  // The head is turned and bowed against the shoulders.
  const bow = clamp((y + 1.45) / 1.0);
  const [turn, nod] = [0.34 * bow, 0.13 * bow];
  const tx = x * Math.cos(turn) - z * Math.sin(turn);
  const tz = x * Math.sin(turn) + z * Math.cos(turn);
  const [hy, hz] = [
    (y + 0.9) * Math.cos(nod) + tz * Math.sin(nod) - 0.9,
    tz * Math.cos(nod) - (y + 0.9) * Math.sin(nod),
  ];
  const ear = ellipsoid(Math.abs(tx) - 0.71, hy + 0.06, hz + 0.03, 0.09, 0.2, 0.13);
  let d = y > -2 ? melt(face(Math.abs(tx), hy, hz), ear, 0.05) : 9;
  if (y > -1) d = melt(d, hair(Math.abs(tx), hy, hz, tx), 0.02);
  if (y < -0.8) d = melt(d, shoulders(side, y - 0.32, z, x), 0.3);
  return Math.min(d, base);
}
