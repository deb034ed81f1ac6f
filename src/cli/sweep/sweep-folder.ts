/**
 * The folder of a sweep: a manifest, and for each cell a picture and a record. Several processes may fill it at
 * once: each writes files of its own cells only, whole or not at all, and a record after its picture, so that
 * a record that is there speaks of a picture that is there.
 */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { message } from '../../language/message.ts';
import { Refusal } from '../../language/result.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';
import type { Grid } from '../../runtime/sweep/grid.ts';
import { readBounded } from '../files/read-bounded.ts';
import { showPath } from '../files/show-path.ts';
import { makeFolderFor, writePicture } from '../files/write-picture.ts';
import { writeWhole } from '../files/write-whole.ts';
import { gridOfManifest, widened } from './manifest.ts';
import { type CellRecord, cellRecordSchema, type Manifest, manifestSchema } from './record.ts';

const largestManifest = 64 * 2 ** 20;
const largestRecord = 4 * 2 ** 20;

const manifestIn = (folder: string): string => join(folder, 'sweep.json');

export class SweepFolder {
  readonly folder: string;
  readonly manifest: Manifest;
  /** All cells that the folder is for, whoever paints them. */
  readonly grid: Grid;

  private constructor(folder: string, manifest: Manifest) {
    const grid = gridOfManifest(manifest);
    if (!grid.ok) throw new Refusal(grid.reason);
    this.folder = folder;
    this.manifest = manifest;
    this.grid = grid.value;
  }

  /**
   * Makes `folder` ready for a sweep, or for more of the one that it holds.
   *
   * @throws Refusal where it holds another sweep, or cannot be written.
   */
  static async prepare(folder: string, manifest: Manifest): Promise<SweepFolder> {
    for (const file of [manifestIn(folder), join(folder, 'cells', 'cell.json')]) await makeFolderFor(file);
    const before = await readManifest(folder);
    const result = before ? widened(before, manifest, folder) : { ok: true as const, value: manifest };
    if (!result.ok) throw new Refusal(result.reason);
    const prepared = new SweepFolder(folder, result.value);
    const text = `${JSON.stringify(result.value, null, 1)}\n`;
    await writeWhole(manifestIn(folder), text);
    return prepared;
  }

  /** @throws Refusal where `folder` holds no sweep. */
  static async open(folder: string): Promise<SweepFolder> {
    const manifest = await readManifest(folder);
    if (!manifest) throw new Refusal(message('sweep.no-sweep', { folder: showPath(folder) }));
    return new SweepFolder(folder, manifest);
  }

  get cells(): string {
    return join(this.folder, 'cells');
  }

  get sheet(): string {
    return join(this.folder, 'contact-sheet.webp');
  }

  get table(): string {
    return join(this.folder, 'table.csv');
  }

  picture(file: string): string {
    return join(this.cells, file);
  }

  /** Whether the cell is there, painted from this very content. */
  async has(name: string, key: string): Promise<boolean> {
    const record = await this.record(name);
    if (record?.key !== key || record.status !== 'done') return false;
    for (const { file } of record.pictures) {
      const status = await stat(this.picture(file)).catch(() => undefined);
      if (!status?.isFile() || status.size === 0) return false;
    }
    return true;
  }

  /** The record of a cell; nothing where there is none, or none that can be read. */
  async record(name: string): Promise<CellRecord | undefined> {
    const bytes = await readBounded(this.#recordPath(name), largestRecord);
    const record = bytes.ok ? parsed(bytes.value, cellRecordSchema) : undefined;
    return record?.name === name ? record : undefined;
  }

  /** The records that are there, by name, in the order of the grid. */
  async records(): Promise<ReadonlyMap<string, CellRecord>> {
    const records = new Map<string, CellRecord>();
    for (const { name } of this.grid.cells) {
      const record = await this.record(name);
      if (record) records.set(name, record);
    }
    return records;
  }

  /** @throws Refusal where a file cannot be written. */
  async keep(record: CellRecord, pictures: ReadonlyMap<string, HostTensor>): Promise<void> {
    const path = this.#recordPath(record.name);
    // Of an earlier content, if there is one: it must not speak of the new picture.
    await rm(path, { force: true });
    for (const [file, picture] of pictures) await writePicture(this.picture(file), picture);
    await writeWhole(path, `${JSON.stringify(record, null, 1)}\n`);
  }

  #recordPath(name: string): string {
    return join(this.cells, `${name}.json`);
  }
}

/** @throws Refusal where there is one that cannot be read. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  const path = manifestIn(folder);
  const bytes = await readBounded(path, largestManifest);
  if (!bytes.ok) {
    if (bytes.reason.id === 'file.missing') return undefined;
    throw new Refusal(bytes.reason);
  }
  const manifest = parsed(bytes.value, manifestSchema);
  if (!manifest) throw new Refusal(message('sweep.damaged', { file: showPath(path) }));
  return manifest;
}

function parsed<T>(bytes: Uint8Array, schema: z.ZodType<T>): T | undefined {
  try {
    const checked = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return checked.success ? checked.data : undefined;
  } catch {
    return undefined;
  }
}
