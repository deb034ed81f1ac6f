/** The steps that a graph has come to so far, each with its channels and, where the graph is of one size, its sides. */
import { type NetworkOperation, type NetworkStep, networkInput } from '../../../src/graph/network.ts';
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { asOperation, type Channels, type Channelwise, listed } from './channelwise.ts';

interface Result {
  readonly channels: number;
  /** Undefined where the graph takes pictures of any size. */
  readonly sides: readonly [number, number] | undefined;
}

export class NetworkInProgress {
  readonly #steps: NetworkStep[] = [];
  readonly tensors = new Map<string, HostTensor>();
  readonly #results = new Map<string, Result>();

  constructor(sides: readonly [number, number] | undefined) {
    this.#results.set(networkInput, { channels: 3, sides });
  }

  channelsOf(step: string): number {
    return this.#results.get(step)?.channels ?? 0;
  }

  sidesOf(step: string): readonly [number, number] | undefined {
    return this.#results.get(step)?.sides;
  }

  /** Appends a step of one input. @returns its name. */
  append(name: string, of: string, operation: NetworkOperation, channels = this.channelsOf(of)): string {
    return this.#push({ name, of: [of], operation }, channels);
  }

  add(name: string, a: string, b: string): string {
    return this.#push({ name, of: [a, b], operation: { type: 'add' } }, this.channelsOf(a));
  }

  #push(step: NetworkStep, channels: number): string {
    this.#steps.push(step);
    const sides = this.sidesOf(step.of[0] ?? networkInput);
    this.#results.set(step.name, { channels, sides: sides && sidesAfter(step.operation, sides) });
    return step.name;
  }

  /** The step that gives `value`, appended where there is none yet; undefined where `value` is no picture. */
  stepOf({ value, name }: { readonly value: Channelwise; readonly name: string }): string | undefined {
    const { of } = value;
    if (of === undefined) return undefined;
    const channels = this.channelsOf(of);
    const fits = Object.values(value.terms).every(by => typeof by === 'number' || by.length === channels);
    const meant = fits ? asOperation(value, channels) : undefined;
    if (!meant) return undefined;
    if (meant.type === 'itself') return of;
    if (meant.type === 'operation') return this.append(name, of, meant.operation);
    const { epsilon } = meant;
    const [scale, shift] = [`${name}/scale`, `${name}/shift`];
    this.#keep(scale, meant.scale, channels);
    this.#keep(shift, meant.shift, channels);
    return this.append(name, of, { type: 'instance-norm', scale, shift, channels, epsilon });
  }

  #keep(name: string, by: Channels, channels: number): void {
    this.tensors.set(name, { shape: [channels], data: Float32Array.from(listed(by, channels)) });
  }

  /**
   * The steps up to `last`, whose result is the picture. A bias that stands behind its convolution is made a part of
   * it, as the compiler likes it.
   */
  foldedUpTo(last: string): readonly NetworkStep[] {
    const steps = this.#steps.slice(0, this.#steps.findIndex(({ name }) => name === last) + 1);
    const renamed = new Map<string, string>();
    const uses = new Map<string, number>();
    for (const { of } of steps) for (const name of of) uses.set(name, (uses.get(name) ?? 0) + 1);
    const folded: NetworkStep[] = [];
    for (const step of steps) {
      const of = step.of.map(name => renamed.get(name) ?? name);
      const before = folded.find(({ name }) => name === of[0]);
      const bias = biasIn(step.operation, this.channelsOf(step.name));
      const operation = before?.operation;
      const isConvolution = operation?.type === 'convolution' || operation?.type === 'transposed-convolution';
      if (before && bias && isConvolution && operation.bias === undefined && uses.get(before.name) === 1) {
        const name = `${before.name}/bias`;
        this.#keep(name, bias, bias.length);
        folded[folded.indexOf(before)] = { ...before, operation: { ...operation, bias: name } };
        renamed.set(step.name, before.name);
        uses.set(before.name, uses.get(step.name) ?? 0);
      } else {
        folded.push({ ...step, of });
      }
    }
    return folded;
  }
}

function biasIn(operation: NetworkOperation, channels: number): readonly number[] | undefined {
  if (operation.type === 'affine' && operation.factor === 1) return listed(operation.offset, channels);
  const isBias = operation.type === 'channel-affine' && operation.factors.every(factor => factor === 1);
  return isBias ? operation.offsets : undefined;
}

function sidesAfter(
  operation: NetworkOperation,
  sides: readonly [number, number],
): readonly [number, number] {
  const each = (of: (side: number) => number) => [of(sides[0]), of(sides[1])] as const;
  switch (operation.type) {
    case 'convolution': {
      const { shape, stride, padding } = operation;
      if (padding === 'same') return each(side => Math.ceil(side / stride));
      return [Math.ceil((sides[0] - shape[0] + 1) / stride), Math.ceil((sides[1] - shape[1] + 1) / stride)];
    }
    case 'transposed-convolution':
      return each(side => side * operation.stride);
    case 'enlarge':
      return each(side => side * operation.factor);
    case 'max-pool':
    case 'average-pool':
      return each(side => Math.floor(side / 2));
    case 'pad':
      return each(side => side + 2 * operation.amount);
    case 'crop': {
      const { rows, columns } = operation;
      return [sides[0] - rows[0] - rows[1], sides[1] - columns[0] - columns[1]];
    }
    default:
      return sides;
  }
}
