import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { message } from '../../language/message.ts';
import { failure, type Result } from '../../language/result.ts';
import type { PlanAccount } from '../compile/account.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { ProgramFiles, ProgramNames } from '../export/program-files.ts';
import type { AnswerTo, FeatureQuestion } from '../lenses/feature-questions.ts';
import type { Checkpoint } from '../session/checkpoints.ts';
import type { CheckpointFacts } from '../session/events.ts';
import type { FilmRequest, PaintedFrame } from './film-protocol.ts';
import type { Measure, Origins, OriginsAsked, PaintedPicture } from './protocol.ts';
import type { Pixels } from './scale-down.ts';
import type { WorkerLife } from './worker-life.ts';

/** What a page asks of its worker that changes nothing there. Where nobody can answer, so it is said. */
export abstract class Questions {
  protected abstract readonly life: WorkerLife;

  checkpoints(optimiser: NodeId): Promise<readonly CheckpointFacts[]> {
    return this.life.ask(remote => remote.checkpoints(optimiser), []);
  }

  checkpoint(optimiser: NodeId, id: string): Promise<Checkpoint | undefined> {
    return this.life.ask(remote => remote.checkpoint(optimiser, id), undefined);
  }

  /** The numbers of a wire, of one `entry` of a stack, where they are at hand. */
  peek(node: NodeId, port: string, entry?: string): Promise<HostTensor | undefined> {
    return this.life.ask(remote => remote.peek(node, port, entry), undefined);
  }

  /** What an optimiser has painted so far, or an output shows, in full size. */
  picture(node: NodeId): Promise<PaintedPicture | undefined> {
    return this.life.ask(remote => remote.picture(node), undefined);
  }

  /** What the references of the open document stand for, as far as that is known. */
  origins(asked: OriginsAsked): Promise<Origins> {
    return this.life.ask(remote => remote.origins(asked), { images: {}, encoders: {} });
  }

  /** `document` as a program that needs nothing of Gramarye: its files by their names. */
  program(document: GraphDocument, names: ProgramNames): Promise<Result<ProgramFiles>> {
    const notOpen = failure(message('host.not-open'));
    return this.life.ask(remote => remote.program(document, names), notOpen);
  }

  /** What the compiler made of the open graph; undefined while it cannot be run. */
  plan(): Promise<PlanAccount | undefined> {
    return this.life.ask(remote => remote.plan(), undefined);
  }

  /** What an encoder sees in the pictures of the open document; see {@link FeatureQuestion}. */
  features<Question extends FeatureQuestion>(question: Question): Promise<Result<AnswerTo<Question>>> {
    const answer = this.life.ask(remote => remote.features(question), failure(message('host.not-open')));
    return answer as Promise<Result<AnswerTo<Question>>>;
  }

  /** Nobody looks at features any more: what is held for them is let go. */
  closeFeatures(): void {
    this.life.ask<unknown>(remote => remote.closeFeatures(), undefined);
  }

  /** A film, beside the open document; see `film-protocol.ts`. One worker's film ends with it. */
  openFilm(request: FilmRequest): Promise<Result<undefined>> {
    return this.life.ask(remote => remote.openFilm(request), failure(message('host.not-open')));
  }

  paintFrame(frame: Pixels): Promise<Result<PaintedFrame>> {
    return this.life.ask(remote => remote.paintFrame(frame), failure(message('film.painter-gone')));
  }

  closeFilm(): Promise<void> {
    return this.life.ask<void>(remote => remote.closeFilm(), undefined);
  }

  measure(): Promise<Measure | undefined> {
    return this.life.ask(remote => remote.measure(), undefined);
  }
}
