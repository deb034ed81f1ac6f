/**
 * Where everything was in the frame before: block matching, from coarse to fine. At each of several sizes of the two
 * frames, every block is looked for around the place that the size before, and its neighbours, found for it; what
 * is between pixels is told by the parabola through the differences. Between the blocks' centres motion is
 * interpolated.
 *
 * Block matching over a pyramid: Bergen et al. 1992, Hierarchical model-based motion estimation; candidates of
 * neighbours: de Haan et al. 1993, True-motion estimation with 3-D recursive search.
 */
import { between, type Grey, halved } from './grey.ts';

/** For each pixel of the later frame, how far away it was in the earlier one, in pixels. */
export interface Flow {
  readonly width: number;
  readonly height: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

const block = 8;
/** Pixels around a block that are compared with it. */
const around = 4;
/** Below this many pixels of the shorter side a frame says nothing more. */
const smallest = 24;
const mostLevels = 5;
/** What a pixel of motion costs, in squared brightness: of two equals, the calmer. */
const restlessness = 1e-5;

interface Blocks {
  readonly columns: number;
  readonly rows: number;
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

/** The motion from `before` to `now`, which are of one size. */
export function motion(now: Grey, before: Grey): Flow {
  const levels: [Grey, Grey][] = [[now, before]];
  for (;;) {
    const [finest, other] = levels[0] ?? [now, before];
    if (levels.length === mostLevels || Math.min(finest.width, finest.height) < 2 * smallest) break;
    levels.unshift([halved(finest), halved(other)]);
  }
  let found: Blocks | undefined;
  for (const [later, earlier] of levels) found = calmed(matched(later, earlier, found));
  return dense(found ?? matched(now, before, undefined), now.width, now.height);
}

/** The motion of every block, from that of the blocks at half the size. */
function matched(now: Grey, before: Grey, coarse: Blocks | undefined): Blocks {
  const columns = Math.ceil(now.width / block);
  const rows = Math.ceil(now.height / block);
  const blocks: Blocks = {
    columns,
    rows,
    dx: new Float32Array(columns * rows),
    dy: new Float32Array(columns * rows),
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [x, y] = search(now, before, column * block, row * block, priors(blocks, coarse, column, row));
      blocks.dx[at] = x;
      blocks.dy[at] = y;
    }
  }
  return blocks;
}

type Vector = readonly [x: number, y: number];

/** At the smallest size a block may have come from anywhere near. */
const anywhere: readonly Vector[] = Array.from({ length: 81 }, (_, i) => [
  (i % 9) - 4,
  Math.floor(i / 9) - 4,
]);

/** Where a block may have come from: as at half the size, as its neighbours that are done, from nowhere. */
function priors(blocks: Blocks, coarse: Blocks | undefined, column: number, row: number): Vector[] {
  const known: Vector[] = coarse ? [[0, 0]] : [[0, 0], ...anywhere];
  const take = (of: Blocks, c: number, r: number, scale: number) => {
    if (c < 0 || r < 0 || c >= of.columns || r >= of.rows) return;
    const at = r * of.columns + c;
    known.push([Math.round(scale * (of.dx[at] ?? 0)), Math.round(scale * (of.dy[at] ?? 0))]);
  };
  if (coarse) {
    const [c, r] = [Math.min(coarse.columns - 1, column >> 1), Math.min(coarse.rows - 1, row >> 1)];
    take(coarse, c, r, 2);
    take(coarse, c + (column & 1 ? 1 : -1), r, 2);
    take(coarse, c, r + (row & 1 ? 1 : -1), 2);
  }
  take(blocks, column - 1, row, 1);
  take(blocks, column, row - 1, 1);
  return known;
}

/** The best of the candidates and, step by step, of what is around it; then between pixels. */
function search(now: Grey, before: Grey, left: number, top: number, candidates: readonly Vector[]): Vector {
  const tried = new Map<number, number>();
  const cost = (x: number, y: number): number => {
    const key = x * 4096 + y;
    const known = tried.get(key);
    if (known !== undefined) return known;
    const apart = difference(now, before, left, top, x, y) + restlessness * Math.hypot(x, y);
    tried.set(key, apart);
    return apart;
  };
  let [bestX, bestY] = candidates.reduce<Vector>(
    (best, next) => (cost(next[0], next[1]) < cost(best[0], best[1]) ? next : best),
    [0, 0],
  );
  for (let steps = 0; steps < 12; steps++) {
    let [toX, toY] = [bestX, bestY];
    for (let y = bestY - 1; y <= bestY + 1; y++) {
      for (let x = bestX - 1; x <= bestX + 1; x++) if (cost(x, y) < cost(toX, toY)) [toX, toY] = [x, y];
    }
    if (toX === bestX && toY === bestY) break;
    [bestX, bestY] = [toX, toY];
  }
  const here = cost(bestX, bestY);
  return [
    bestX + lowest(cost(bestX - 1, bestY), here, cost(bestX + 1, bestY)),
    bestY + lowest(cost(bestX, bestY - 1), here, cost(bestX, bestY + 1)),
  ];
}

/** Where the parabola through three neighbouring costs is lowest, from −½ to ½. */
function lowest(before: number, here: number, after: number): number {
  const bend = before - 2 * here + after;
  return bend <= 1e-12 ? 0 : Math.min(0.5, Math.max(-0.5, (before - after) / (2 * bend)));
}

/** Mean squared difference of a block, with what is around it, and the same moved by (dx, dy) in the frame before. */
function difference(now: Grey, before: Grey, left: number, top: number, dx: number, dy: number): number {
  const { width, height, data } = now;
  const [x0, x1] = [Math.max(0, left - around), Math.min(width, left + block + around)];
  const [y0, y1] = [Math.max(0, top - around), Math.min(height, top + block + around)];
  let sum = 0;
  for (let y = y0; y < y1; y++) {
    const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
    for (let x = x0; x < x1; x++) {
      const there = before.data[row + Math.min(width - 1, Math.max(0, x + dx))] ?? 0;
      const apart = (data[y * width + x] ?? 0) - there;
      sum += apart * apart;
    }
  }
  return sum / ((x1 - x0) * (y1 - y0));
}

/** The median of each block's motion and its neighbours': one that was mistaken alone follows the others. */
function calmed({ columns, rows, dx, dy }: Blocks): Blocks {
  const middle = (values: Float32Array, column: number, row: number): number => {
    const near: number[] = [];
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
        near.push(values[r * columns + c] ?? 0);
      }
    }
    near.sort((a, b) => a - b);
    return near[near.length >> 1] ?? 0;
  };
  const over = (values: Float32Array) =>
    values.map((_, at) => middle(values, at % columns, Math.floor(at / columns)));
  return { columns, rows, dx: over(dx), dy: over(dy) };
}

function dense({ columns, rows, dx, dy }: Blocks, width: number, height: number): Flow {
  const flow: Flow = {
    width,
    height,
    dx: new Float32Array(width * height),
    dy: new Float32Array(width * height),
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = [(x + 0.5) / block - 0.5, (y + 0.5) / block - 0.5];
      flow.dx[y * width + x] = between(dx, columns, rows, column, row);
      flow.dy[y * width + x] = between(dy, columns, rows, column, row);
    }
  }
  return flow;
}
