/** The name that a person's picture goes by in documents: `file:NAME`, after its file. */

const longestName = 80;

/** Files are named in every script; only what would be mistaken for something else goes. */
export function safeName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const cleaned = last
    .normalize('NFC')
    // Controls, marks that turn the direction of writing, and what shells and links would read as their own.
    .replaceAll(/[\p{Cc}\p{Cf}`"<>|:*?#%]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .trim();
  return cleaned === '' ? 'picture' : shortened(cleaned);
}

/** `file:lake.jpg`, or `file:lake 2.jpg` where that is taken. */
export function pictureReference(name: string, isTaken: (reference: string) => boolean): string {
  const safe = safeName(name);
  const { stem, ending } = parts(safe);
  let reference = `file:${safe}`;
  for (let n = 2; isTaken(reference); n++) reference = `file:${stem} ${n}${ending}`;
  return reference;
}

/** `lake.jpg` of `file:lake.jpg`, as sentences call it. */
export const nameOfReference = (reference: string): string => reference.slice(reference.indexOf(':') + 1);

function shortened(name: string): string {
  if (name.length <= longestName) return name;
  const { stem, ending } = parts(name);
  const kept = [...stem].slice(0, longestName - ending.length).join('');
  return `${kept.trimEnd()}${ending}`;
}

function parts(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /\.[^.\s]{1,8}$/.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}
