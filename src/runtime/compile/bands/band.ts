/** One band of a stretch: its layers, with as many rows around as its convolutions see, and what is made of its rows. */
import type { Program } from '../../ir/program.ts';
import type { Shape, Value } from '../../ir/value.ts';
import type { Role, Roles } from './roles.ts';
import { rowsFrom } from './rows.ts';
import type { Stretch } from './stretches.ts';

/** What a band needs of everything that is not its own. */
export interface Surroundings {
  readonly program: Program;
  readonly roles: Roles;
  /** The counterpart of what is wanted whole. */
  whole(value: Value): Value;
  /** The rows from `from` to `to` of what enters the stretch. */
  entering(from: number, to: number): Value;
  /** The rows of a value of another stretch that lie beside this band. */
  beside(value: Value): Value;
}

export interface Place {
  readonly stretch: Stretch;
  /** The rows of what enters the stretch that this band is to answer for. */
  readonly start: number;
  readonly end: number;
  /** Something that the band before it has given: this one is begun when that one is done. */
  readonly before?: Value | undefined;
}

export class Band {
  /** Everything that was made for it. */
  readonly made = new Set<Value>();
  readonly #around: Surroundings;
  readonly #place: Place;
  /** Of what enters the stretch, the first row that this band computes with. */
  readonly #from: number;
  readonly #opening: Value;
  readonly #layers: Map<Value, Value>;
  readonly #rows = new Map<Value, Value>();

  constructor(around: Surroundings, place: Place) {
    const { stretch, start, end, before } = place;
    const { program, whole } = around;
    this.#around = around;
    this.#place = place;
    // Even, as the bounds are: what a pooling takes together stays together.
    const margin = 2 * Math.ceil(stretch.radius / 2);
    this.#from = Math.max(0, start - margin);
    this.#opening = program.attributeTo(stretch.input.origins, () => {
      const cut = around.entering(this.#from, Math.min(this.#height, end + margin));
      for (const value of [cut, ...cut.operands]) this.#keep(value);
      return before ? this.#keep(program.ir.after({ x: cut, before }, { turn: 0 })) : cut;
    });
    const layers = new Map<Value, Value>([[stretch.input, this.#opening]]);
    this.#layers = layers;
    for (const layer of stretch.members) {
      layers.set(
        layer,
        this.#keep(applied(program, layer, operand => layers.get(operand) ?? whole(operand))),
      );
    }
  }

  /** The band's own rows of `value`. */
  rowsOf(value: Value): Value {
    const known = this.#rows.get(value);
    if (known) return known;
    const rows = this.#around.program.attributeTo(value.origins, () => this.#keep(this.#rowsMade(value)));
    this.#rows.set(value, rows);
    return rows;
  }

  /** What the band has of a sum over all positions. */
  partOf(value: Value): Value {
    const { program } = this.#around;
    const { ir } = program;
    const { start, end } = this.#place;
    return program.attributeTo(value.origins, () => {
      const { op, inputs, attributes } = value;
      if (op.name === 'matmul' && inputs.a && inputs.b) {
        const b = this.rowsOf(inputs.b);
        const shape = [inputs.a.shape[0] ?? 1, b.shape[0] ?? 1];
        return ir.matmul({ a: ir.fill({}, { shape, value: Number(inputs.a.attributes.value) }), b });
      }
      const own = Object.entries(inputs).map(([name, operand]) => [name, this.rowsOf(operand)]);
      const sum = program.append(op, Object.fromEntries(own), attributes);
      const part = (end - start) / this.#height;
      return op.name === 'meanSquare' ? ir.affine({ x: sum }, { factor: part, offset: 0 }) : sum;
    });
  }

  get #height(): number {
    return this.#place.stretch.input.shape[0] ?? 1;
  }

  #keep(value: Value): Value {
    this.made.add(value);
    return value;
  }

  #rowsMade(value: Value): Value {
    const { program, roles, beside } = this.#around;
    const { stretch, start, end } = this.#place;
    const layer = this.#layers.get(value);
    if (layer) {
      const by = stretch.pools.includes(value) ? 2 : 1;
      const last = end === this.#height ? (layer.shape[0] ?? 0) : (end - this.#from) / by;
      return rowsFrom(program.ir, layer, (start - this.#from) / by, last);
    }
    const role = roles.of(value);
    if (role?.type !== 'bands') throw new Error(`${value.op.name} #${value.id} does not come in bands.`);
    return role.home === stretch ? this.#applied(value, role) : beside(value);
  }

  /** The op of `value` on rows of its inputs. */
  #applied(value: Value, { unit }: Extract<Role, { type: 'bands' }>): Value {
    const { program, roles, whole } = this.#around;
    const [first, last] = [this.#place.start * unit, this.#place.end * unit];
    const inputs = Object.entries(value.inputs).map(([name, operand]) => {
      if (roles.of(operand)?.type === 'bands') return [name, this.rowsOf(operand)];
      return [name, hasRows(value, name) ? this.#rowsOfWhole(operand, first, last) : whole(operand)];
    });
    const shape: Shape = [last - first, ...value.shape.slice(1)];
    const attributes = value.op.name === 'reshape' ? { shape } : value.attributes;
    return program.append(value.op, Object.fromEntries(inputs), attributes);
  }

  /** A mask in each channel is spread where it is needed: spread once, it would be as large as a layer. */
  #rowsOfWhole(value: Value, first: number, last: number): Value {
    const { program, whole } = this.#around;
    const { ir } = program;
    const { op, inputs, shape } = value;
    const [tall = 1, width = 1] = shape;
    if (op.name === 'reshape' && inputs.x && shape.length === 3 && inputs.x.shape[0] === tall * width) {
      const x = this.#rowsOfWhole(inputs.x, first * width, last * width);
      return this.#keep(ir.reshape({ x }, { shape: [last - first, ...shape.slice(1)] }));
    }
    if (op.name === 'matmul' && inputs.a && inputs.b?.op.name === 'fill' && inputs.b.shape[0] === 1) {
      const narrow = rowsFrom(ir, whole(inputs.a), first, last);
      const { varying } = this.#place.stretch;
      const a = varying ? ir.after({ x: narrow, band: this.#opening }, { turn: 0 }) : narrow;
      return this.#keep(ir.matmul({ a: this.#keep(a), b: whole(inputs.b) }));
    }
    return rowsFrom(ir, whole(value), first, last);
  }
}

const elementwise: ReadonlySet<string> = new Set(['add', 'subtract', 'multiply', 'divide']);

/** Whether the input `name` of `value` has the same rows as its result. */
const hasRows = ({ op }: Value, name: string): boolean =>
  elementwise.has(op.name) || (op.name === 'matmul' && name === 'a');

/** The op of `value` on counterparts of its inputs. */
export function applied(program: Program, value: Value, counterpart: (operand: Value) => Value): Value {
  const entries = Object.entries(value.inputs).map(([name, input]) => [name, counterpart(input)] as const);
  if (entries.every(([name, input]) => value.inputs[name] === input)) return value;
  return program.attributeTo(value.origins, () =>
    program.append(value.op, Object.fromEntries(entries), value.attributes),
  );
}
