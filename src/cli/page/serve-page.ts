/**
 * Serves the built editor on this machine alone. The headers isolate the page, as shared memory between its
 * threads asks for; nothing that it needs lies anywhere else.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export interface ServedPage {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * @param folder What `npm run build` made of the page.
 * @param port 0 takes any that is free.
 * @throws what Node says where the port cannot be had.
 */
export async function servePage(folder: string, port: number): Promise<ServedPage> {
  const serve = sirv(folder, {
    etag: true,
    setHeaders: response => {
      for (const [name, value] of Object.entries(isolation)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) =>
    serve(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
