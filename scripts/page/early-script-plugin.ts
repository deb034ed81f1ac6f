/** A script that the page runs as soon as it has it, waiting for no other: modules are run in the order of the page, all at its end. */
import type { Plugin, Rolldown } from 'vite';

export function earlyScript(path: string): Plugin {
  let isBuilt = false;
  return {
    name: 'early-script',
    configResolved: ({ command }) => {
      isBuilt = command === 'build';
    },
    buildStart() {
      if (isBuilt) this.emitFile({ type: 'chunk', id: path });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const src = bundle ? `./${chunkOf(path, bundle)}` : `/${path}`;
        return [{ tag: 'script', attrs: { type: 'module', async: true, src }, injectTo: 'head-prepend' }];
      },
    },
  };
}

function chunkOf(path: string, bundle: Rolldown.OutputBundle): string {
  const chunk = Object.values(bundle).find(
    output => output.type === 'chunk' && output.facadeModuleId?.endsWith(`/${path}`),
  );
  if (!chunk) throw new Error(`The script ${path} was not built.`);
  return chunk.fileName;
}
