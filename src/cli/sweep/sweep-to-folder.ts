/** Follows a sweep's events to its end: shows them, and keeps each cell as it comes. */
import { type Message, message, say } from '../../language/message.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';
import type { Cell } from '../../runtime/sweep/grid.ts';
import type { Shard } from '../../runtime/sweep/shard.ts';
import type { SweepEvent } from '../../runtime/sweep/sweep.ts';
import type { PlannedSweep, SweepGraphOptions } from '../library/sweep-graph.ts';
import { sweepGraph } from '../library/sweep-graph.ts';
import { type Interruption, untilInterrupted } from '../painting/interrupt.ts';
import { type Progress, progressFor } from '../painting/progress.ts';
import { problemText } from '../problem-text.ts';
import { type GraphFile, sayProblems } from '../say-problems.ts';
import type { Voice } from '../voice.ts';
import { manifestOf } from './manifest.ts';
import { sayOverview, writeOverview } from './overview.ts';
import type { CellRecord } from './record.ts';
import { SweepFolder } from './sweep-folder.ts';

export interface SweepOrder {
  readonly file: Required<GraphFile>;
  readonly options: Omit<SweepGraphOptions, 'signal' | 'wantsPicture' | 'isThere'>;
  readonly folder: string;
}

/** @returns the exit code. */
export async function sweepToFolder(order: SweepOrder, voice: Voice): Promise<number> {
  let sweeping: Sweeping | undefined;
  const interruption = untilInterrupted(() => {
    sweeping?.pause();
    voice.remark(message('sweep.stopping'));
  });
  try {
    const events = sweepGraph(order.file.text, {
      ...order.options,
      signal: interruption.signal,
      isThere: async (cell, key) => (await sweeping?.folder.has(cell.name, key)) ?? false,
    });
    for await (const event of events) {
      if (event.type === 'refused') return sayProblems(event.problems, order.file, voice);
      if (event.type === 'planned') {
        const { sweep, backend } = event;
        const folder = await SweepFolder.prepare(order.folder, manifestOf(sweep.document, sweep.grid));
        sweeping = new Sweeping(sweep, folder, backend.name, voice);
        sweeping.begin(backend.description, order.options.shard);
      } else if (event.type === 'lost') sweeping?.lost(event.reason);
      else await sweeping?.follow(event);
    }
    return sweeping ? await sweeping.end(interruption) : 1;
  } finally {
    sweeping?.pause();
    interruption.release();
  }
}

class Sweeping {
  readonly folder: SweepFolder;
  readonly #sweep: PlannedSweep;
  readonly #backend: string;
  readonly #voice: Voice;
  readonly #told = new Set<string>();
  #progress: Progress | undefined;
  #severalStages = false;
  #started = 0;
  #seen = 0;
  #kept = 0;
  #failed = 0;
  #outcome: 'done' | 'stopped' | 'lost' = 'done';

  constructor(sweep: PlannedSweep, folder: SweepFolder, backend: string, voice: Voice) {
    this.#sweep = sweep;
    this.folder = folder;
    this.#backend = backend;
    this.#voice = voice;
  }

  begin(backend: string, shard: Shard | undefined): void {
    const { grid, cells, notes } = this.#sweep;
    for (const note of notes) this.#voice.remark(note);
    const axes = grid.axes.map(({ path }) => `\`${path}\``);
    const said = { backend, axes, count: cells.length };
    this.#voice.remark(
      shard && shard.of > 1
        ? message('sweep.begins-shard', {
            ...said,
            all: grid.cells.length,
            shard: `${shard.index}/${shard.of}`,
          })
        : message('sweep.begins', said),
    );
  }

  async follow(event: SweepEvent): Promise<void> {
    switch (event.type) {
      case 'begun':
        return this.#begun(event);
      case 'skipped':
        this.#seen += 1;
        this.#kept += 1;
        return;
      case 'iteration':
        return this.#progress?.iteration(event.reading, this.#seconds);
      case 'finished':
        return this.#finished(event);
      case 'failed':
        return this.#cellFailed(event);
      case 'stopped':
        this.#outcome = 'stopped';
    }
  }

  lost(reason: Message): void {
    this.pause();
    this.#outcome = 'lost';
    this.#voice.remark(message('sweep.lost', { reason }));
  }

  /** Leaves the line of the progress, so that something else can be said. */
  pause(): void {
    this.#progress?.stop();
  }

  /** Makes the overview, and says where it is. @returns the exit code. */
  async end({ exitCode }: Interruption): Promise<number> {
    this.pause();
    sayOverview(this.folder, await writeOverview(this.folder, this.#voice), this.#voice, this.#kept);
    if (this.#outcome === 'stopped') {
      this.#voice.remark(message('sweep.stopped'));
      return exitCode;
    }
    return this.#outcome === 'lost' || this.#failed > 0 ? 1 : 0;
  }

  #begun({ cell, plan }: Extract<SweepEvent, { type: 'begun' }>): void {
    this.#seen += 1;
    this.#started = performance.now();
    this.#severalStages = plan.stages.length > 1;
    const { length } = this.#sweep.cells;
    this.#voice.remark(
      message('sweep.cell', { at: String(this.#seen), count: String(length), values: valuesOf(cell) }),
    );
    this.#progress = progressFor(this.#voice, this.#severalStages);
  }

  async #finished({
    cell,
    key,
    outputs,
    readings,
  }: Extract<SweepEvent, { type: 'finished' }>): Promise<void> {
    this.pause();
    const files = outputs.map(({ node, picture }) => {
      const file = outputs.length > 1 ? `${cell.name}-${node}.png` : `${cell.name}.png`;
      return { node, file, picture };
    });
    await this.folder.keep(
      {
        ...this.#recordOf(cell, key, 'done'),
        losses: readings.map(({ optimiser, iteration, total, terms }) => ({
          optimiser,
          iteration,
          total,
          terms: Object.fromEntries(terms.map(({ name, value, weight }) => [name, { value, weight }])),
        })),
        pictures: files.map(({ node, file }) => ({ node, file })),
      },
      new Map(files.map(({ file, picture }) => [file, picture])),
    );
  }

  async #cellFailed(event: Extract<SweepEvent, { type: 'failed' }>): Promise<void> {
    this.pause();
    const { cell, key, problems, lastGood } = event;
    this.#failed += 1;
    // Of what never became a plan nobody was told yet.
    if (key === undefined) this.#seen += 1;
    const reasons = problems.map(problem => problemText(problem, this.#sweep.document));
    const reason = (language: 'en' | 'zh') => reasons.map(told => say(told, language)).join(' ');
    const told = this.#voice.inWords(reason(this.#voice.language));
    const id = this.#told.has(told) ? 'sweep.cell-failed-alike' : 'sweep.cell-failed';
    this.#told.add(told);
    this.#voice.remark(message(id, { values: valuesOf(cell), reason: told }));
    const file = `${cell.name}.png`;
    await this.folder.keep(
      {
        ...this.#recordOf(cell, key ?? '', 'failed'),
        losses: [],
        reason: { en: reason('en'), zh: reason('zh') },
        pictures: lastGood ? [{ file }] : [],
        ...(lastGood && { goodUntil: lastGood.iteration }),
      },
      new Map<string, HostTensor>(lastGood ? [[file, lastGood.picture]] : []),
    );
  }

  #recordOf(cell: Cell, key: string, status: CellRecord['status']): Omit<CellRecord, 'losses' | 'pictures'> {
    return {
      format: 'gramarye-cell',
      version: 1,
      name: cell.name,
      status,
      key,
      values: Object.fromEntries(cell.settings.map(({ path, value }) => [path, plain(value)])),
      seconds: Math.round(this.#seconds * 1000) / 1000,
      backend: this.#backend,
    };
  }

  get #seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }
}

const valuesOf = ({ settings }: Cell): string[] => settings.map(({ path, label }) => `${path} = ${label}`);

/** A copy that may be written to: the document's own values are frozen. */
const plain = (value: unknown): CellRecord['values'][string] => JSON.parse(JSON.stringify(value));
