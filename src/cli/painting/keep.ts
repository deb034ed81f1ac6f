/**
 * The pictures of one painting as files. Whatever ends it, the newest picture that there is gets kept.
 */
import type { NodeId } from '../../graph/document.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';
import { type PngOptions, writePicture } from '../files/write-picture.ts';
import type { OutputPaths } from './output-paths.ts';

/** A picture, and the iteration after which it is. */
export interface Newest {
  readonly picture: HostTensor;
  readonly iteration: number;
}

export class Keeper {
  readonly #paths: OutputPaths;
  readonly #optionsFor: (path: string) => PngOptions;
  /** What was written to, in this order. */
  readonly written: string[] = [];
  readonly onTheWay: string[] = [];
  newest: Newest | undefined;

  /** @param optionsFor What the picture that is written next is to carry. */
  constructor(paths: OutputPaths, optionsFor: (path: string) => PngOptions = () => ({})) {
    this.#paths = paths;
    this.#optionsFor = optionsFor;
  }

  async output(node: NodeId, picture: HostTensor): Promise<void> {
    await this.#write(this.#paths.output(node), picture, this.written);
  }

  async passing(optimiser: NodeId, { iteration, picture }: Newest): Promise<void> {
    await this.#write(this.#paths.onTheWay(optimiser, iteration), picture, this.onTheWay);
  }

  /** Writes the newest picture, if there is one and no Output has shown it. */
  async keepNewest(): Promise<void> {
    if (this.newest && this.written.length === 0) {
      await this.#write(this.#paths.kept, this.newest.picture, this.written);
    }
  }

  async #write(path: string, picture: HostTensor, list: string[]): Promise<void> {
    await writePicture(path, picture, this.#optionsFor(path));
    list.push(path);
  }
}
