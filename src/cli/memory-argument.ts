/** How much memory a painting may take: `--memory 1.5GB`. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { message } from '../language/message.ts';
import type { Voice } from './voice.ts';

export interface MemoryFlags {
  /** Bytes. */
  readonly memory?: number;
}

export const withMemory = (command: Command, voice: Voice): Command =>
  command.addOption(
    new Option('--memory <size>', voice.inWords(message('help.memory'))).argParser(text => {
      const bytes = bytesIn(text);
      if (bytes === undefined) throw new InvalidArgumentError(voice.inWords(message('usage.no-size')));
      return bytes;
    }),
  );

const units = { '': 1, k: 1e3, m: 1e6, g: 1e9, ki: 2 ** 10, mi: 2 ** 20, gi: 2 ** 30 };

/** `800MB`, `1.5 GB`, `2GiB`; undefined for what is no size. */
export function bytesIn(text: string): number | undefined {
  const [, number = '', prefix = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kmg]i?)?b?\s*$/i.exec(text) ?? [];
  const unit = Object.entries(units).find(([name]) => name === prefix.toLowerCase())?.[1];
  const bytes = unit === undefined || number === '' ? 0 : Math.round(Number(number) * unit);
  return bytes > 0 ? bytes : undefined;
}
