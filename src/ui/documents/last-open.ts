/** Which document this tab had open, and which was opened last in any: what a visit begins with. */

const key = 'gramarye.open';

export function rememberOpen(id: string): void {
  for (const storage of storages()) attempt(() => storage().setItem(key, id));
}

/** This tab's first. */
export function lastOpen(): readonly string[] {
  const found = storages().flatMap(storage => attempt(() => storage().getItem(key)) ?? []);
  return [...new Set(found)];
}

const storages = (): readonly (() => Storage)[] => [() => sessionStorage, () => localStorage];

/** Browsers that keep nothing throw at the very name of a storage. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
