import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Facts, Registry } from '../../graph/kind.ts';
import { message } from '../../language/message.ts';
import { failure, type Result } from '../../language/result.ts';
import { accountOf, type PlanAccount } from '../compile/account.ts';
import type { LowerableKind } from '../compile/lowerable.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { ProgramFiles, ProgramNames } from '../export/program-files.ts';
import { FeatureLens } from '../lenses/feature-lens.ts';
import { buffersOf, type FeatureAnswer, type FeatureQuestion } from '../lenses/feature-questions.ts';
import { factsOf } from '../session/checkpoints.ts';
import type { CheckpointFacts } from '../session/events.ts';
import type { Session } from '../session/session.ts';
import type { Understand } from './host-options.ts';
import { copyOf, copyOfCheckpoint } from './kept-checkpoint.ts';
import { originsOf } from './origins.ts';
import { givingAway } from './port.ts';
import { programOf } from './program.ts';
import type { Origins, OriginsAsked, PaintedPicture } from './protocol.ts';
import type { Telling } from './telling.ts';

/** The worker's answers to what changes nothing; `questions.ts` is the page's side. */
export abstract class Answers {
  protected abstract readonly registry: Registry<LowerableKind>;
  protected abstract readonly telling: Telling;
  protected session: Session | undefined;
  protected understand: Understand | undefined;
  /** Of the document that was understood last. */
  protected facts: Facts | undefined;
  protected readonly featureLens = new FeatureLens();

  checkpoints(optimiser: NodeId): readonly CheckpointFacts[] {
    return this.session?.runs.get(optimiser)?.checkpoints.all.map(factsOf) ?? [];
  }

  checkpoint(optimiser: NodeId, id: string) {
    const found = this.session?.runs.get(optimiser)?.checkpoints.get(id);
    return found && copyOfCheckpoint(found);
  }

  async peek(node: NodeId, port: string, entry?: string): Promise<HostTensor | undefined> {
    const found = await this.session?.peek(node, port, entry).catch(() => undefined);
    return found && copyOf(found);
  }

  async picture(node: NodeId): Promise<PaintedPicture | undefined> {
    const run = this.session?.runs.get(node);
    const reading = run?.look().catch(() => undefined);
    // Before it is waited for: the loop goes on meanwhile.
    const moment = run && { iteration: run.iteration, mixed: run.mixed };
    const found = run ? await reading : this.telling.output(node);
    return found && { ...copyOf(found), ...moment };
  }

  origins(asked: OriginsAsked): Origins {
    return originsOf(asked, this.facts);
  }

  async program(document: GraphDocument, names: ProgramNames): Promise<Result<ProgramFiles>> {
    if (!this.understand) return failure(message('host.not-open'));
    return programOf(await this.understand(document), this.registry, names);
  }

  plan(): PlanAccount | undefined {
    const plan = this.session?.ground?.plan;
    return plan && accountOf(plan);
  }

  async features(question: FeatureQuestion): Promise<Result<FeatureAnswer>> {
    const answer = await this.featureLens.ask(question, () => this.session?.ground);
    return givingAway(answer, answer.ok ? buffersOf(answer.value) : []);
  }

  closeFeatures(): Promise<void> {
    return this.featureLens.close();
  }
}
