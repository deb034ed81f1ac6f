/**
 * The device of a session, and what it may keep there: when the device is another, the session is taken to it,
 * and the bytes that it may keep are found out anew.
 */
import type { Result } from '../../language/result.ts';
import { success } from '../../language/result.ts';
import type { Backend } from '../execute/backend.ts';
import type { Session } from '../session/session.ts';
import { Device } from './device.ts';
import type { HostOptions } from './host-options.ts';
import { type MemoryBudget, memoryBudget } from './memory-budget.ts';
import type { BackendChoice, BackendFacts, HostEvent, OpenOptions } from './protocol.ts';

export interface SessionDeviceOptions extends Pick<HostOptions, 'openBackend' | 'machine'> {
  readonly session: () => Session | undefined;
  /** Called before the session lets go of its tensors. */
  readonly onLeave: () => Promise<void>;
  readonly tell: (event: HostEvent) => void;
  readonly tellMemory: (session: Session) => void;
}

export class SessionDevice {
  readonly #options: SessionDeviceOptions;
  readonly #device: Device;
  #setting: OpenOptions['budget'];

  constructor(options: SessionDeviceOptions) {
    const { openBackend, tell } = options;
    this.#options = options;
    this.#device = new Device({
      open: openBackend,
      leave: () => this.#leave(),
      arrive: backend => this.#arrive(backend),
      tellLost: reason => tell({ type: 'lost', reason }),
      tellStranded: reason => tell({ type: 'stranded', reason }),
    });
  }

  get backend(): Backend | undefined {
    return this.#device.backend;
  }

  /** Opens the first, for a session that is still to be made. `setting` is in bytes; what it lacks is found out. */
  open(choice: BackendChoice, setting: OpenOptions['budget']): Promise<Result<Backend>> {
    this.#setting = setting;
    return this.#device.choose(choice);
  }

  async choose(choice: BackendChoice): Promise<Result<BackendFacts>> {
    const opened = await this.#device.choose(choice);
    return opened.ok ? success(factsOfBackend(opened.value)) : opened;
  }

  /** What may be kept on `backend`. */
  budget(backend: BackendFacts): MemoryBudget {
    return memoryBudget({ backend, ...this.#options.machine }, this.#setting);
  }

  /** Bytes for what is computed once. Without them, it is found out. */
  setCacheBudget(bytes?: number): void {
    const { cache: _before, ...others } = this.#setting ?? {};
    this.#setting = { ...others, ...(bytes !== undefined && { cache: bytes }) };
    this.#applyBudget();
  }

  /** Bytes that a plan should do with; they count from the next document on. Without them, they are found out. */
  setPlanBudget(bytes?: number): void {
    const { plan: _before, ...others } = this.#setting ?? {};
    this.#setting = { ...others, ...(bytes !== undefined && { plan: bytes }) };
  }

  close(): Promise<void> {
    return this.#device.close();
  }

  async #leave(): Promise<void> {
    await this.#options.onLeave();
    await this.#options.session()?.leaveDevice();
  }

  #arrive(backend: Backend): void {
    this.#options.tell({ type: 'backend', backend: factsOfBackend(backend) });
    this.#applyBudget();
    this.#options.session()?.moveTo(backend);
  }

  #applyBudget(): void {
    const { backend } = this;
    const session = this.#options.session();
    if (!backend || !session) return;
    session.cache.budget = this.budget(backend).cache;
    this.#options.tellMemory(session);
  }
}

/** What can cross to the page of a backend. */
export const factsOfBackend = ({
  name,
  description,
  memoryLimit,
  largestTensor,
  speeds,
}: BackendFacts): BackendFacts => ({
  name,
  description,
  memoryLimit,
  largestTensor,
  ...(speeds && { speeds }),
});
