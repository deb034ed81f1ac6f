/** `gramarye edit`: the editor, served on this machine and opened in its browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import openInBrowser from 'open';
import { message } from '../../language/message.ts';
import { packageFolder } from '../files/package-folder.ts';
import { codeOf } from '../files/read-bounded.ts';
import { withLanguage } from '../graph-arguments.ts';
import { type ServedPage, servePage } from '../page/serve-page.ts';
import type { Voice } from '../voice.ts';

interface EditFlags {
  readonly port?: number;
  readonly open: boolean;
}

/** The port of whoever does not ask for another. */
const usualPort = 5170;

export function addEdit(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const command = program
    .command('edit')
    .description(voice.inWords(message('help.edit')))
    .addOption(new Option('--port <number>', voice.inWords(message('help.port'))).argParser(readPort(voice)))
    .addOption(new Option('--no-open', voice.inWords(message('help.no-open'))))
    .action(async (flags: EditFlags) => finish(await edit(flags, voice)));
  withLanguage(command, voice);
}

const readPort = (voice: Voice) => (text: string) => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError(voice.inWords(message('edit.no-port', { text })));
};

async function edit({ port, open }: EditFlags, voice: Voice): Promise<number> {
  const folder = join(packageFolder(), 'dist', 'page');
  if (!existsSync(join(folder, 'index.html'))) {
    voice.remark(message('edit.not-built'));
    return 1;
  }
  const served = await serveAt(folder, port);
  if (!served) {
    voice.remark(message('edit.port-taken', { port: port ?? usualPort }));
    return 1;
  }
  voice.answer(message('edit.address', { address: served.address }));
  if (open && hasScreen()) await openInBrowser(served.address).catch(() => undefined);
  await interrupted();
  await served.close();
  return 0;
}

/** Who names a port wants that one; others get the usual one, or any where that is taken. */
async function serveAt(folder: string, port: number | undefined): Promise<ServedPage | undefined> {
  for (const wish of port === undefined ? [usualPort, 0] : [port]) {
    try {
      return await servePage(folder, wish);
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' && codeOf(error) !== 'EACCES') throw error;
    }
  }
  return undefined;
}

/** Where nobody looks at a screen, there is no browser to open. */
const hasScreen = (): boolean =>
  process.platform !== 'linux' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

const interrupted = () =>
  new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
