/** Graph models for tests, written shortly: nodes as lines, weights with numbers that a seed gives. */
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { bytesOf, jsonBytes, type TinyFolder } from './tiny-model.ts';

type Attribute = Readonly<Record<string, unknown>>;

export interface GraphLine {
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, Attribute>>;
}

/** Floats by their shape, drawn; integers as they are. */
export type GraphConstant =
  | { readonly shape: readonly number[]; readonly data?: readonly number[] }
  | { readonly integers: readonly number[]; readonly shape?: readonly number[] };

export const text = (value: string): Attribute => ({ s: btoa(value) });
export const integers = (...values: readonly number[]): Attribute => ({ list: { i: values.map(String) } });

export const convolution = (stride: number, padding: 'SAME' | 'VALID') => ({
  T: { type: 'DT_FLOAT' },
  strides: integers(1, stride, stride, 1),
  padding: text(padding),
  data_format: text('NHWC'),
  dilations: integers(1, 1, 1, 1),
});

export interface GraphModel {
  readonly topology: { readonly node: readonly unknown[] };
  readonly specs: readonly { name: string; shape: number[]; dtype: 'float32' | 'int32' }[];
  readonly data: Uint8Array<ArrayBuffer>;
  readonly folder: TinyFolder;
}

/** A graph from the Placeholder `picture`, open in its size unless `sides` are given, to the last of its lines. */
export function graphModel(
  constants: Readonly<Record<string, GraphConstant>>,
  lines: Readonly<Record<string, GraphLine>>,
  sides: readonly [number, number] = [-1, -1],
): GraphModel {
  const specs: { name: string; shape: number[]; dtype: 'float32' | 'int32' }[] = [];
  const parts: Uint8Array[] = [];
  for (const [name, constant] of Object.entries(constants)) {
    if ('integers' in constant) {
      const { integers: values, shape = values.length > 1 ? [values.length] : [] } = constant;
      specs.push({ name, shape: [...shape], dtype: 'int32' });
      parts.push(new Uint8Array(Int32Array.from(values).buffer));
    } else {
      specs.push({ name, shape: [...constant.shape], dtype: 'float32' });
      parts.push(bytesOf(constant.data ?? drawn(constant.shape, specs.length)));
    }
  }
  const data = new Uint8Array(parts.flatMap(part => [...part]));
  const dim = [-1, ...sides, 3].map(size => ({ size: String(size) }));
  const node = [
    { name: 'picture', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' }, shape: { shape: { dim } } } },
    ...specs.map(({ name, dtype }) => ({
      name,
      op: 'Const',
      attr: { dtype: { type: dtype === 'int32' ? 'DT_INT32' : 'DT_FLOAT' } },
    })),
    ...Object.entries(lines).map(([name, line]) => ({ name, ...line })),
  ];
  const topology = { node, versions: { producer: 1 } };
  const [last] = Object.keys(lines).slice(-1);
  const model = {
    format: 'graph-model',
    modelTopology: topology,
    signature: { outputs: { picture: { name: `${last}:0` } } },
    weightsManifest: [{ paths: ['a.bin'], weights: specs }],
  };
  return {
    topology,
    specs,
    data,
    folder: new Map([
      ['model.json', jsonBytes(model)],
      ['a.bin', data],
    ]),
  };
}

/** Between −½ and ½, the same for the same seed. */
function drawn(shape: readonly number[], seed: number): number[] {
  const size = shape.reduce((product, side) => product * side, 1);
  return Array.from(
    { length: size },
    (_, at) => ((Math.sin(seed * 91.7 + at * 12.9898) * 43758.5453) % 1) / 2,
  );
}

/** A picture of this size, its numbers between 0 and 1. */
export const drawnPicture = (height: number, width: number): HostTensor => ({
  shape: [height, width, 3],
  data: Float32Array.from(drawn([height, width, 3], 7), value => value + 0.5),
});
