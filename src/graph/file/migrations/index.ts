/**
 * How files of earlier schemas become files of this one (rule D2): a chain of steps, each named, each in a
 * file of its own with a test, none ever changed once released. There is one released schema so far, so
 * the chain is empty.
 */
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import { isObject, type JsonObject } from '../json.ts';

export interface Migration {
  /** What changed, in a few words: `slots-by-name`. */
  readonly name: string;
  /** From the schema before to the next. The file is untrusted: what a step does not find, it leaves. */
  up(file: JsonObject): JsonObject;
}

/** The step at index 0 leads from schema 1 to schema 2, and so on. */
export const migrations: readonly Migration[] = [];

/** The schema that this Gramarye writes. */
export const currentSchema = migrations.length + 1;

export interface Migrated {
  readonly file: JsonObject;
  /** Names of the steps that were taken. */
  readonly steps: readonly string[];
}

/** Brings a file of any released schema up to date, and refuses one from the future in plain words. */
export function migrate(file: JsonObject, chain: readonly Migration[] = migrations): Result<Migrated> {
  const known = chain.length + 1;
  const { schema } = file;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
    return failure(message('file-schema-missing', { known: String(known) }));
  }
  if (schema > known) {
    return failure(message('file-schema-newer', { schema: String(schema), known: String(known) }));
  }

  let migrated = file;
  const steps = chain.slice(schema - 1);
  for (const step of steps) {
    const next = attempt(step, migrated);
    if (!next) {
      return failure(message('file-migration-failed', { schema: String(schema), step: step.name }));
    }
    migrated = next;
  }
  return success({ file: { ...migrated, schema: known }, steps: steps.map(step => step.name) });
}

/** A damaged file must not become a crash, however a step stumbles over it. */
function attempt(step: Migration, file: JsonObject): JsonObject | undefined {
  try {
    const next = step.up(file);
    return isObject(next) ? next : undefined;
  } catch {
    return undefined;
  }
}
