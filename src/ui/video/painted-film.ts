/**
 * A film that is being painted: frame after frame goes to the worker, is shown, and is added to the file. It can be
 * paused and resumed, ended early with what there is, and gone on with after the worker failed.
 */
import { type FilmSetting, filmDocuments } from '../../cli/library/film-documents.ts';
import type { GraphDocument } from '../../graph/document.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Client } from '../../runtime/host/client.ts';
import type { PaintedFrame } from '../../runtime/host/film-protocol.ts';
import type { FrameSource, Size, SourceFrame } from './frame-source.ts';
import { createVideoFile, type VideoFile, type VideoFormat } from './video-file.ts';

/** Who paints: the worker's client. */
export type FilmPainter = Pick<Client, 'openFilm' | 'paintFrame' | 'closeFilm'>;

export interface FilmWish extends FilmSetting {
  readonly document: GraphDocument;
  readonly source: FrameSource;
  readonly size: Size;
  readonly format: VideoFormat;
}

export interface FilmProgress {
  readonly done: number;
  /** Seconds of painting for a frame, on average. */
  readonly pace: number;
  /** Means over all frames so far. */
  readonly flicker?: { readonly film: number; readonly made?: number; readonly source: number };
}

export type FilmEnd =
  | { readonly type: 'file'; readonly file: Blob; readonly progress: FilmProgress }
  /** Nothing was painted, or nothing of it is wanted. */
  | { readonly type: 'nothing' }
  /** It can be gone on with by {@link PaintedFilm.paint}. */
  | { readonly type: 'failed'; readonly reason: Message };

export class PaintedFilm {
  readonly #wish: FilmWish;
  readonly #painter: FilmPainter;
  readonly #frames: AsyncGenerator<SourceFrame, void>;
  #file: VideoFile | undefined;
  /** Came, and is not in the file yet. */
  #pending: SourceFrame | undefined;
  #progress: FilmProgress = { done: 0, pace: 0 };
  #sums = { film: 0, made: 0, source: 0, count: 0, hasMade: false, milliseconds: 0 };
  #wants: 'painting' | 'pause' | 'end' | 'nothing' = 'painting';
  #wake: () => void = () => {};

  constructor(wish: FilmWish, painter: FilmPainter) {
    this.#wish = wish;
    this.#painter = painter;
    this.#frames = wish.source.frames(wish.size);
  }

  get progress(): FilmProgress {
    return this.#progress;
  }

  pause(): void {
    if (this.#wants === 'painting') this.#wants = 'pause';
  }

  resume(): void {
    if (this.#wants === 'pause') this.#wants = 'painting';
    this.#wake();
  }

  /** Ends after the frame that is being painted, with what there is. */
  end(): void {
    this.#wants = 'end';
    this.#wake();
  }

  /** Ends it, and leaves nothing. */
  cancel(): void {
    this.#wants = 'nothing';
    this.#wake();
  }

  /** @param shown Told of every frame that is painted, before the next. */
  async paint(shown: (frame: PaintedFrame, progress: FilmProgress) => void): Promise<FilmEnd> {
    try {
      const opened = await this.#open();
      if (!opened.ok) return { type: 'failed', reason: opened.reason };
      for (;;) {
        await this.#turn();
        if (this.#wants === 'end' || this.#wants === 'nothing') break;
        const frame = this.#pending ?? (await this.#frames.next()).value;
        if (!frame) break;
        this.#pending = frame;
        const painted = await this.#add(frame);
        if (!painted.ok) return { type: 'failed', reason: painted.reason };
        this.#pending = undefined;
        shown(painted.value, this.#progress);
      }
      return await this.#finish();
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      return { type: 'failed', reason: message('run.failed', { cause }) };
    } finally {
      await this.#painter.closeFilm();
    }
  }

  #open(): Promise<Result<undefined>> {
    const { document, source: _, format: __, size, ...setting } = this.#wish;
    return this.#painter.openFilm({
      ...filmDocuments(document, setting),
      output: setting.output,
      size,
      steadiness: setting.steadiness,
    });
  }

  async #turn(): Promise<void> {
    while (this.#wants === 'pause') {
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }

  async #add({ pixels, timestamp, duration }: SourceFrame): Promise<Result<PaintedFrame>> {
    const painted = await this.#painter.paintFrame(pixels);
    if (!painted.ok) return painted;
    const { pixels: picture } = painted.value;
    if (!this.#file) {
      const created = await createVideoFile(this.#wish.format, picture);
      if (!created.ok) return failure(created.reason);
      this.#file = created.value;
    }
    await this.#file.add(picture, timestamp, duration);
    this.#count(painted.value);
    return success(painted.value);
  }

  #count({ flicker, milliseconds }: PaintedFrame): void {
    const sums = this.#sums;
    sums.milliseconds += milliseconds;
    if (flicker) {
      sums.film += flicker.film;
      sums.source += flicker.source;
      sums.made += flicker.made ?? 0;
      sums.hasMade ||= flicker.made !== undefined;
      sums.count += 1;
    }
    const done = this.#progress.done + 1;
    const { film, made, source, count, hasMade } = sums;
    this.#progress = {
      done,
      pace: sums.milliseconds / 1000 / done,
      ...(count > 0 && {
        flicker: { film: film / count, source: source / count, ...(hasMade && { made: made / count }) },
      }),
    };
  }

  async #finish(): Promise<FilmEnd> {
    await this.#frames.return();
    this.#wish.source.close();
    const file = this.#file;
    if (!file || this.#wants === 'nothing') {
      await file?.cancel();
      return { type: 'nothing' };
    }
    return { type: 'file', file: await file.finish(), progress: this.#progress };
  }
}
