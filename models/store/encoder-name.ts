/**
 * Names that encoders are kept under. They become names of files on every system, so they are few and plain:
 * one case, for there are disks that tell no cases apart, and none of those that Windows keeps for devices.
 */
import { type Message, message } from '../../src/language/message.ts';
import { shown } from '../import/shown.ts';

const plain = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** What stands for an encoder by itself, and so can't name another. */
const taken: readonly string[] = ['lite', 'random'];

/** Why `name` can name no kept encoder; nothing where it can. */
export function refuseName(name: string): Message | undefined {
  if (taken.includes(name)) return message('store.name-taken', { name });
  if (plain.test(name) && !device.test(name)) return undefined;
  return message('store.name', { name: shown(name) });
}

/** Names that say what every such file is called, and nothing of the encoder in it. */
const empty = /^(?:model|weights|pytorch_model|variables|main|index)$/;

/**
 * A name for what lies at `path` (a path of either kind, or a URL): `vgg19` for `D:\nets\VGG19.safetensors` and
 * for `https://example.org/vgg19/model.json`. Nothing where the path offers none.
 */
export function nameFor(path: string): string | undefined {
  const steps = path.split(/[\\/]/).filter(step => step !== '');
  const last = steps.at(-1) ?? '';
  const from = last === 'model.json' ? (steps.at(-2) ?? '') : last;
  const name = from
    .toLowerCase()
    .replace(/(?:\.(?:safetensors|h5|hdf5|keras|weights|json))+$/, '')
    .replace(/[^a-z0-9._-]+/g, '-')
    .slice(0, 64)
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
  return empty.test(name) || refuseName(name) ? undefined : name;
}
