/**
 * Arenas in the heap of tfjs' wasm backend. That is where tensors get and give up their memory: `move`, by which
 * every tensor is made, asks the module for memory, and is given a place of the arena where one was planned. What
 * is handed out is written down, so that a plan which proves wrong costs memory and never a number: a place that
 * is taken is not handed out again, and what has none is left to the module's own allocator.
 */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import { type Arena, type Place, type StepPlaces, smallest } from '../../compile/arena/arena.ts';
import { aligned, alignment } from '../../compile/arena/lay-out.ts';
import type { Arenas, Lease } from '../arenas.ts';

/** tfjs' Emscripten module. Its allocator may give addresses beyond 2 GiB as negative numbers. */
interface Module {
  readonly asm: {
    readonly memory: WebAssembly.Memory;
    malloc(bytes: number): number;
    free(place: number): void;
  };
  _malloc(bytes: number): number;
  _free(place: number): void;
}

/** A stretch of the heap that arenas lie in, one at a time. */
interface Region {
  /** As the module gave it. */
  readonly given: number;
  readonly begin: number;
  readonly bytes: number;
  leased: boolean;
  /** What tensors have of it now: where each begins and ends. */
  readonly taken: Map<number, number>;
}

interface RunningStep {
  readonly region: Region;
  readonly places: StepPlaces;
}

/** Smaller arenas are not worth their while. */
const leastArena = 2 ** 20;

export class WasmArenas implements Arenas {
  readonly #backend: BackendWasm;
  readonly #module: Module;
  /** What the kernels will take, until it was asked for. */
  #ownBytes: number;
  readonly #mostBytes: number;
  readonly #regions: Region[] = [];
  #step: RunningStep | undefined;
  /** The tensor that is being made gets this. */
  #next: { readonly region: Region; readonly place: number; readonly bytes: number } | undefined;

  /**
   * @param ownBytes What the kernels take for themselves, at most.
   * @param mostBytes That the heap may grow to.
   */
  constructor(backend: BackendWasm, ownBytes: number, mostBytes: number) {
    const module = backend.wasm as unknown as Module;
    this.#backend = backend;
    this.#module = module;
    this.#ownBytes = ownBytes;
    this.#mostBytes = mostBytes;
    const { move } = backend;
    backend.move = (dataId, values, shape, dtype, refCount) => {
      this.#next = this.#placeFor(util.sizeFromShape(shape) * util.bytesPerElement(dtype));
      try {
        move.call(backend, dataId, values, shape, dtype, refCount);
      } finally {
        this.#next = undefined;
      }
    };
    module._malloc = bytes => this.#take() ?? module.asm.malloc(bytes);
    module._free = place => {
      if (!this.#giveUp(place >>> 0)) module.asm.free(place);
    };
  }

  lease({ bytes, steps }: Arena): Lease | undefined {
    if (bytes < leastArena) return undefined;
    const region = this.#idleOf(bytes) ?? this.#newRegion(bytes);
    if (!region) return undefined;
    region.leased = true;
    return {
      inStep: (at, run) => {
        const outer = this.#step;
        const step = { region, places: steps[at] ?? {} };
        this.#step = step;
        try {
          const result = run();
          this.#settle(result, step);
          return result;
        } finally {
          this.#step = outer;
        }
      },
      end: () => {
        region.leased = false;
        this.#keepOne();
      },
    };
  }

  reserve(arenaBytes: number, besideBytes: number): void {
    const arena = arenaBytes < leastArena || this.#idleOf(arenaBytes) ? 0 : arenaBytes;
    if (arena > 0) this.#dropIdle();
    const { asm } = this.#module;
    const all = arena + besideBytes + this.#ownBytes;
    if (asm.memory.buffer.byteLength + all > this.#mostBytes) return;
    // The heap grows by what is asked for, but by no less than a fifth: so all is asked for at once.
    asm.free(asm.malloc(all));
    this.#ownBytes = 0;
    if (arena > 0) this.#newRegion(arena);
  }

  /** The smallest that is large enough. */
  #idleOf(bytes: number): Region | undefined {
    return this.#regions
      .filter(region => !region.leased && region.bytes >= bytes)
      .toSorted((a, b) => a.bytes - b.bytes)[0];
  }

  #newRegion(bytes: number): Region | undefined {
    this.#dropIdle();
    const size = aligned(bytes);
    const given = this.#module.asm.malloc(size + alignment);
    if (given === 0) return undefined;
    const begin = aligned(given >>> 0);
    const region: Region = { given, begin, bytes: size, leased: false, taken: new Map() };
    this.#regions.push(region);
    return region;
  }

  /** Of several that nobody uses, the largest stays: the next iteration wants it again. */
  #keepOne(): void {
    const [, ...others] = this.#regions.filter(({ leased }) => !leased).toSorted((a, b) => b.bytes - a.bytes);
    this.#drop(others);
  }

  #dropIdle(): void {
    this.#drop(this.#regions.filter(({ leased }) => !leased));
  }

  /** Those that no tensor lies in; the others go another time. */
  #drop(regions: readonly Region[]): void {
    for (const region of regions) {
      if (region.taken.size > 0) continue;
      this.#regions.splice(this.#regions.indexOf(region), 1);
      this.#module.asm.free(region.given);
    }
  }

  /** What a step makes has its workspace, and the place of its result, which is known only in the end. */
  #placeFor(bytes: number): { region: Region; place: number; bytes: number } | undefined {
    if (!this.#step || bytes < smallest) return undefined;
    const { region, places } = this.#step;
    const { workspace, result } = places;
    const place = (workspace && gapIn(region, workspace, bytes)) ?? (result && gapIn(region, result, bytes));
    return place === undefined ? undefined : { region, place, bytes };
  }

  /** A result that does not lie in its own place is moved there: the next step has this for something else. */
  #settle({ dataId }: TensorInfo, { region, places: { result, workspace } }: RunningStep): void {
    const { dataIdMap, wasm } = this.#backend;
    const data = dataIdMap.get(dataId);
    const from = data.memoryOffset;
    const until = region.taken.get(from);
    const planned = result ? region.begin + result.place : 0;
    // What an op hands on of its inputs stays where it is.
    const isItsOwn = [workspace, result].some(place => place && isWithin(from - region.begin, place));
    if (until === undefined || from === planned || !isItsOwn) return;
    const bytes = until - from;
    region.taken.delete(from);
    const isFree = result !== undefined && gapIn(region, result, bytes) === planned;
    // Beside the arena where it has no place; where there is no memory at all, it stays.
    const place = (isFree ? planned : this.#module.asm.malloc(bytes) >>> 0) || from;
    if (isFree || place === from) region.taken.set(place, place + bytes);
    if (place === from) return;
    wasm.HEAPU8.copyWithin(place, from, until);
    data.memoryOffset = place;
    wasm.tfjs.disposeData(data.id);
    wasm.tfjs.registerTensor(data.id, util.sizeFromShape(data.shape), place);
  }

  #take(): number | undefined {
    const next = this.#next;
    this.#next = undefined;
    next?.region.taken.set(next.place, next.place + next.bytes);
    return next?.place;
  }

  #giveUp(place: number): boolean {
    return this.#regions.some(({ taken }) => taken.delete(place));
  }
}

const isWithin = (at: number, { place, bytes }: Place): boolean => at >= place && at < place + bytes;

/** The first place within `room` at which so many bytes are free. */
function gapIn({ begin, taken }: Region, { place, bytes: size }: Place, bytes: number): number | undefined {
  const end = begin + place + aligned(size);
  for (let at = begin + place; at + bytes <= end; ) {
    let behind: number | undefined;
    for (const [from, until] of taken) if (from < at + bytes && at < until) behind = aligned(until);
    if (behind === undefined) return at;
    at = behind;
  }
  return undefined;
}
