import { digest } from '../ir/key.ts';

const longestLabel = 60;
const longestName = 160;

/**
 * A name for the files of a cell: the same on every machine and in every run, whatever the order of the
 * axes, and different for different values, also where a file system takes A for a.
 */
export function cellName(settings: readonly { readonly path: string; readonly label: string }[]): string {
  const name = settings
    .map(({ path, label }) => `${path}=${inFileName(label)}`)
    .sort()
    .join(',');
  return name.length > longestName ? `${name.slice(0, longestName)}~${digest(name).slice(0, 6)}` : name;
}

/** What no file system objects to. A label that had to be changed for that bears a mark of what it was. */
function inFileName(label: string): string {
  const plain = label.replace(/[^A-Za-z0-9._+=-]+/g, '-').slice(0, longestLabel);
  const faithful = plain === label && plain === plain.toLowerCase() && !plain.endsWith('.');
  return faithful ? plain : `${plain.replace(/\.+$/, '')}~${digest(label).slice(0, 6)}`;
}
