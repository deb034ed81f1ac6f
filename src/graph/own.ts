/**
 * What a record itself holds under `name`. Names come from files, and `record['constructor']` would
 * answer with what every object inherits.
 */
export function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
