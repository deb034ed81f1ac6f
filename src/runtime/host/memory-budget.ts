/**
 * How many bytes may be kept so that the way back is free, and how many a painting may take. Nobody tells a page how much memory there is; it
 * is put together from what is told: what the backend takes at most, and the rough size of the machine.
 */
import type { BackendName } from '../execute/backend.ts';
import { planMemory } from '../execute/plan-memory.ts';

export interface MemoryBudget {
  /** For what is computed once, on the device. */
  readonly cache: number;
  /** For a plan, on the device: what would take more is computed in bands. */
  readonly plan: number;
  /** For pictures on the way, of each optimiser, in the host's memory. */
  readonly checkpoints: number;
}

export interface MemoryFacts {
  readonly backend: { readonly name: BackendName; readonly memoryLimit: number; readonly ownBytes?: number };
  /** `navigator.deviceMemory`: gibibytes, rounded, and never told to be more than 8 (in some browsers 32). */
  readonly deviceMemory?: number | undefined;
  /** Bytes that the process may have, where that is known better. */
  readonly systemMemory?: number | undefined;
}

const mebibyte = 2 ** 20;
const gibibyte = 2 ** 30;

/** Of a machine that does not say: what most had ten years ago. */
const assumedMemory = 4 * gibibyte;

/** Below this nothing goes well; whatever the machine says, it is tried. */
const least: MemoryBudget = { cache: 64 * mebibyte, plan: 64 * mebibyte, checkpoints: 16 * mebibyte };

/** More pictures on the way than this nobody scrubs through. */
const mostCheckpoints = 512 * mebibyte;

/** The budget; what `setting` has wins, as far as the backend has it at all. */
export function memoryBudget(facts: MemoryFacts, setting: Partial<MemoryBudget> = {}): MemoryBudget {
  const { backend, deviceMemory, systemMemory } = facts;
  const machine = systemMemory ?? (deviceMemory ? deviceMemory * gibibyte : assumedMemory);
  // The other half of the backend is for the loop, whose peak is checked before anything runs. Where the
  // processor computes, or the GPU shares its memory with it, a page that takes a quarter is a guest still.
  const cache = Math.min(backend.memoryLimit / 2, machine / 4);
  const plan = planMemory(backend, Math.min(backend.memoryLimit / 3, machine / 4));
  const checkpoints = Math.min(machine / 32, mostCheckpoints);
  return {
    cache: whole(setting.cache ?? Math.max(cache, least.cache), backend.memoryLimit),
    plan: Math.round(
      setting.plan === undefined ? Math.max(plan, least.plan) : planMemory(backend, setting.plan),
    ),
    checkpoints: whole(setting.checkpoints ?? Math.max(checkpoints, least.checkpoints), machine),
  };
}

const whole = (bytes: number, most: number): number => Math.round(Math.min(Math.max(bytes, 0), most));
