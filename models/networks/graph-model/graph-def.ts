/** A TensorFlow graph as a graph model's JSON has it: nodes with their op, their inputs and their attributes. */
import { z } from 'zod';

const attributeSchema = z.object({
  s: z.string().optional(),
  i: z.union([z.string(), z.number()]).optional(),
  f: z.number().optional(),
  b: z.boolean().optional(),
  type: z.union([z.string(), z.number()]).optional(),
  shape: z
    .object({ dim: z.array(z.object({ size: z.union([z.string(), z.number()]) })).optional() })
    .optional(),
  list: z
    .object({
      s: z.array(z.string()).optional(),
      i: z.array(z.union([z.string(), z.number()])).optional(),
    })
    .optional(),
});

const nodeSchema = z.object({
  name: z.string().min(1).max(500),
  op: z.string().min(1).max(200),
  input: z.array(z.string().max(500)).max(100).default([]),
  attr: z.record(z.string(), z.unknown()).default({}),
});

export const graphSchema = z.object({ node: z.array(nodeSchema).min(1).max(5000) });

/** A node, its inputs without the marks for control and for the number of an output. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes: Attributes;
}

export class Attributes {
  readonly #stated: Readonly<Record<string, unknown>>;

  constructor(stated: Readonly<Record<string, unknown>>) {
    this.#stated = stated;
  }

  #of(name: string): z.infer<typeof attributeSchema> | undefined {
    const read = attributeSchema.safeParse(this.#stated[name]);
    return read.success ? read.data : undefined;
  }

  /** Strings are stored in base64. */
  text(name: string): string | undefined {
    return decoded(this.#of(name)?.s);
  }

  texts(name: string): readonly string[] {
    return (this.#of(name)?.list?.s ?? []).map(text => decoded(text) ?? '');
  }

  number(name: string): number | undefined {
    const { f, i } = this.#of(name) ?? {};
    return f ?? (i === undefined ? undefined : Number(i));
  }

  numbers(name: string): readonly number[] | undefined {
    return this.#of(name)?.list?.i?.map(Number);
  }

  flag(name: string): boolean | undefined {
    return this.#of(name)?.b;
  }

  /** −1 where a side is open. */
  shape(name: string): readonly number[] | undefined {
    return this.#of(name)?.shape?.dim?.map(({ size }) => Number(size));
  }
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return atob(text);
  } catch {
    return text;
  }
}

/** The nodes in an order in which each stands behind its inputs; undefined where they go in a circle. */
export function nodesInOrder({ node }: z.infer<typeof graphSchema>): readonly GraphNode[] | undefined {
  const waiting = new Map(
    node.map(({ name, op, input, attr }): [string, GraphNode] => {
      const inputs = input.filter(from => !from.startsWith('^')).map(from => from.replace(/:0$/, ''));
      return [name, { name, op, inputs, attributes: new Attributes(attr) }];
    }),
  );
  const ordered: GraphNode[] = [];
  for (let before = -1; waiting.size > 0 && before !== waiting.size; ) {
    before = waiting.size;
    for (const [name, one] of waiting) {
      if (one.inputs.some(from => waiting.has(from))) continue;
      ordered.push(one);
      waiting.delete(name);
    }
  }
  return waiting.size === 0 ? ordered : undefined;
}
