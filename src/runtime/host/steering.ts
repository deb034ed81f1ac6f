/** What a person does to the paintings of a session, and what they look at closely, as the page asks for it. */
import type { NodeId } from '../../graph/document.ts';
import type { LensWish } from '../lenses/kinds.ts';
import { Answers } from './answers.ts';
import { KeptPaintings } from './kept-paintings.ts';

export abstract class Steering extends Answers {
  protected readonly kept = new KeptPaintings();

  play(optimiser?: NodeId): void {
    this.kept.release(optimiser);
    this.session?.play(optimiser);
  }

  pause(optimiser?: NodeId): void {
    this.session?.pause(optimiser);
  }

  step(optimiser?: NodeId): void {
    this.kept.release(optimiser);
    this.session?.step(optimiser);
  }

  async stepAlone(optimiser: NodeId, terms: readonly string[]): Promise<string | undefined> {
    this.kept.release(optimiser);
    return this.session?.stepAlone(optimiser, terms);
  }

  restart(optimiser?: NodeId): void {
    this.kept.release(optimiser);
    this.session?.restart(optimiser);
  }

  goTo(optimiser: NodeId, checkpoint: string): boolean {
    return this.session?.goTo(optimiser, checkpoint) ?? false;
  }

  openLens(lens: number, wish: LensWish): void {
    this.session?.lenses.open(lens, wish);
  }

  closeLens(lens: number): void {
    this.session?.lenses.close(lens);
  }

  lensTaken(lens: number): void {
    this.session?.lenses.taken(lens);
  }
}
