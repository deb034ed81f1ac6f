/**
 * HDF5 files, through the HDF5 library itself as WebAssembly. It sees a disk of its own in memory with this one
 * file on it, so no link in a file leads anywhere else. It is a large program in C that was never meant for
 * strangers' files: whatever it throws is a refusal, what it is asked to read is bounded first, and once it
 * stumbled over its own memory it is not used again.
 */
import { message } from '../../../src/language/message.ts';
import { failure, type Result } from '../../../src/language/result.ts';
import { hasSoundHeaps } from './global-heaps.ts';

export interface Hdf5Dataset {
  /** `block1_conv1/block1_conv1/kernel:0` */
  readonly path: string;
  readonly shape: readonly number[];
  /** `float32`, in the order of bytes that everybody writes, or what it is instead. */
  readonly type: string;
}

export interface Hdf5File {
  readonly datasets: readonly Hdf5Dataset[];
  /** A text that is attached to the group at `path`, if there are such a group and text, and it can be read. */
  text(path: string, attribute: string): string | undefined;
  /** The numbers of a dataset of `float32`. */
  numbers(dataset: Hdf5Dataset): Float32Array;
}

type H5wasm = typeof import('h5wasm');
type Library = Awaited<H5wasm['ready']>;

/** Keras nests five deep. A file can hold itself, and then it has no end. */
const deepest = 8;
const mostObjects = 4096;
const longestText = 16 * 2 ** 20;

/**
 * Each error leaves about a kilobyte on the library's stack of two megabytes, which nothing can give back; after
 * so many it could run into its own numbers.
 */
const mostErrors = 1000;
let errors = 0;
let isBroken = false;

const place = '/tmp/weights.h5';

/**
 * Opens `bytes`, which may not be changed meanwhile, and gives what `read` makes of them. `read` must not wait
 * for anything: the file is gone when it returns.
 */
export async function withHdf5<T>(
  bytes: Uint8Array,
  file: string,
  read: (opened: Hdf5File) => Result<T>,
): Promise<Result<T>> {
  const loaded = await load();
  if (!loaded) return failure(message('hdf5.library-missing', { file }));
  const { h5wasm, library } = loaded;
  if (isBroken || errors > mostErrors) return failure(message('hdf5.library-broken', { file }));
  let opened: InstanceType<H5wasm['File']> | undefined;
  try {
    putFile(library, bytes);
    opened = new h5wasm.File(place, 'r');
    return read(look(h5wasm, library, opened, hasSoundHeaps(bytes)));
  } catch (error) {
    errors++;
    isBroken ||= error instanceof WebAssembly.RuntimeError;
    return failure(message('hdf5.unreadable', { file }));
  } finally {
    close(library, opened);
  }
}

interface Loaded {
  readonly h5wasm: H5wasm;
  readonly library: Library;
}

let loading: Promise<Loaded> | undefined;

/** Loaded when the first file needs it: it has four megabytes. Nothing where that fails. */
async function load(): Promise<Loaded | undefined> {
  loading ??= prepare();
  try {
    return await loading;
  } catch {
    loading = undefined;
    return undefined;
  }
}

async function prepare(): Promise<Loaded> {
  const h5wasm = await import('h5wasm');
  const library = await h5wasm.ready;
  // Its errors come as exceptions; otherwise they would be printed where nobody asked for them.
  library.activate_throwing_error_handler();
  // A file may name others as its parts. On this disk there is nothing to name, the keyboard included.
  for (const device of ['stdin', 'tty', 'tty1', 'random', 'urandom']) library.FS.unlink(`/dev/${device}`);
  return { h5wasm, library };
}

function putFile({ FS }: Library, bytes: Uint8Array): void {
  // The last argument gives the bytes themselves to the file: eighty megabytes are not copied.
  FS.createDataFile('/tmp', 'weights.h5', bytes, true, true, true);
}

function close({ FS }: Library, opened: InstanceType<H5wasm['File']> | undefined): void {
  try {
    opened?.close();
  } catch {
    errors++;
  }
  try {
    // What the library could not close keeps its place, but not its bytes.
    FS.truncate(place, 0);
    FS.unlink(place);
  } catch {
    isBroken = true;
  }
}

function look(
  h5wasm: H5wasm,
  library: Library,
  opened: InstanceType<H5wasm['File']>,
  hasTexts: boolean,
): Hdf5File {
  const { H5T_FLOAT } = library.H5T_class_t;
  const datasets: Hdf5Dataset[] = [];
  const groups = new Map([['', opened as InstanceType<H5wasm['Group']>]]);
  let objects = 0;
  const walk = (group: InstanceType<H5wasm['Group']>, path: string, depth: number): void => {
    for (const name of group.keys()) {
      if (++objects > mostObjects || depth > deepest) throw new Error('too much in it');
      const entity = group.get(name);
      const at = path === '' ? name : `${path}/${name}`;
      if (entity instanceof h5wasm.Group) {
        groups.set(at, entity);
        walk(entity, at, depth + 1);
      }
      if (!(entity instanceof h5wasm.Dataset)) continue;
      const { type, size, littleEndian, shape } = entity.metadata;
      const float = type === H5T_FLOAT.value && littleEndian;
      datasets.push({
        path: at,
        shape: shape ?? [],
        type: float ? `float${8 * size}` : 'another type',
      });
    }
  };
  walk(opened, '', 1);
  return {
    datasets,
    text: (path, attribute) => {
      const group = hasTexts ? groups.get(path) : undefined;
      if (!group || !library.get_attribute_names(group.file_id, group.path).includes(attribute))
        return undefined;
      const { size, total_size } = library.get_attribute_metadata(group.file_id, group.path, attribute);
      if (size * total_size > longestText) throw new Error('too long a text');
      const value = group.get_attribute(attribute, false);
      return typeof value === 'string' ? value : undefined;
    },
    numbers: ({ path }) => {
      const entity = opened.get(path);
      const value = entity instanceof h5wasm.Dataset ? entity.value : undefined;
      if (!(value instanceof Float32Array)) throw new Error('no numbers');
      return value;
    },
  };
}
