/** JSON with sorted names: equal attributes give equal text. */
export function canonical(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  let text = '{';
  for (const name of sorted(Object.keys(value))) {
    const entry: unknown = Reflect.get(value, name);
    if (entry !== undefined) text += `${JSON.stringify(name)}:${canonical(entry)},`;
  }
  return `${text}}`;
}

const sorted = (names: string[]): string[] => (names.length > 1 ? names.sort() : names);
