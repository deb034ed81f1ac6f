/**
 * The pictures of a graph. Only the optimiser that paints a picture sees it change; to everyone else, be it
 * another optimiser's loss, the start of another picture or an output, it is what it starts from.
 */
import type { NodeId } from '../../graph/document.ts';
import type { Program } from '../ir/program.ts';
import { reachable } from '../ir/reachable.ts';
import { substitute } from '../ir/rewrite.ts';
import type { Value } from '../ir/value.ts';
import type { LoweredPicture } from './lowered.ts';

export class Pictures {
  readonly #program: Program;
  readonly #known = new Map<Value, LoweredPicture>();
  readonly #starts = new Map<number, Map<Value, Value>>();

  constructor(program: Program) {
    this.#program = program;
  }

  add(node: NodeId, { value, start }: LoweredPicture): void {
    const attributed = (seed: number) => this.#program.attributeTo([node], () => start(seed));
    this.#known.set(value, { value, start: attributed });
  }

  has(picture: Value): boolean {
    return this.#known.has(picture);
  }

  /** What a picture starts from: no other picture is in it any more. */
  startOf(picture: Value, seed: number): Value {
    const starts = this.#startsFrom(seed);
    const open = [picture];
    // A picture may start from a picture, and so on: each waits here for those that it starts from.
    for (let next = open.at(-1); next; next = open.at(-1)) {
      const start = this.#known.get(next)?.start(seed) ?? next;
      const waiting = reachable([start]).filter(
        other => other !== next && this.#known.has(other) && !starts.has(other),
      );
      open.push(...waiting);
      if (waiting.length > 0) continue;
      open.pop();
      starts.set(next, substitute(this.#program, [start], starts).get(start) ?? start);
    }
    return starts.get(picture) ?? picture;
  }

  /**
   * @param moving The one picture that may change, if there is one.
   * @param below All that `values` need, where the caller knows it.
   * @returns For each of `values` the same with every other picture as it starts.
   */
  holdStill(
    values: readonly Value[],
    seed: number,
    moving?: Value,
    below: readonly Value[] = reachable(values),
  ): (value: Value) => Value {
    const others = below.filter(value => value !== moving && this.#known.has(value));
    if (others.length === 0) return value => value;
    const still = new Map(others.map(picture => [picture, this.startOf(picture, seed)]));
    const counterparts = substitute(this.#program, values, still);
    return value => counterparts.get(value) ?? value;
  }

  #startsFrom(seed: number): Map<Value, Value> {
    const known = this.#starts.get(seed) ?? new Map<Value, Value>();
    this.#starts.set(seed, known);
    return known;
  }
}
