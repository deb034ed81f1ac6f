/** What a person names an encoder by on the command line: `lite`, `vgg19`, `random:7`, or a path. */
import { type Stats, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { refuseName } from '../../models/store/encoder-name.ts';

/** Endings of files that hold weights. */
export const weightsFile = /\.(safetensors|h5|hdf5|keras)$/i;

/**
 * As a reference. A path on the command line starts from where the command is given, not from the graph's
 * folder. What lies there under the name goes before an encoder that is kept under it, as it does for a shell.
 */
export function encoderReference(text: string): string {
  if (/^(lite$|random:|model:)/.test(text)) return text;
  const [, scheme, path = text] = /^(folder|file):(.*)$/s.exec(text) ?? [];
  if (scheme) return `${scheme}:${resolve(path)}`;
  const found = statusOf(text);
  if (found?.isDirectory()) return `folder:${resolve(text)}`;
  if (basename(text) === 'model.json') return `folder:${resolve(dirname(text))}`;
  if (found || weightsFile.test(text)) return `file:${resolve(text)}`;
  return refuseName(text) ? `folder:${resolve(text)}` : `model:${text}`;
}

/** A feed-forward network likewise: `adain`, a folder, or an archive of one. */
export function networkReference(text: string): string {
  if (/^(none|adain)$/.test(text)) return text;
  const [, scheme, path = text] = /^(folder|file):(.*)$/s.exec(text) ?? [];
  if (scheme) return `${scheme}:${resolve(path)}`;
  return `${/\.zip$/i.test(text) ? 'file' : 'folder'}:${resolve(text)}`;
}

const statusOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
};
