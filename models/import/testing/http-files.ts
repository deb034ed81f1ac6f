/** A file of numbered bytes on a server on this machine, opened as a source. */
import { say } from '../../../src/language/message.ts';
import type { Result } from '../../../src/language/result.ts';
import { granted } from '../../testing/outcome.ts';
import type { ByteSource } from '../byte-source.ts';
import { type HttpOptions, httpSource } from '../http-source.ts';
import { numbered, type Served, serve, type WeightsServer } from './weights-server.ts';

export const bytes = numbered(200_000);

/** `/nets/a.bin`, with these 200,000 bytes unless `file` has others. */
export async function opened(
  file: Partial<Served> = {},
  options: HttpOptions = {},
): Promise<{ source: ByteSource; server: WeightsServer }> {
  const server = await serve({ '/nets/a.bin': { bytes, ...file } });
  return { source: at(`${server.origin}/nets/a.bin`, options), server };
}

export const at = (url: string, options: HttpOptions = {}): ByteSource => granted(httpSource(url, options));

/** The sentence of refusal, wherever the server is. */
export const said = async (read: Promise<Result<unknown>>): Promise<string> => {
  const result = await read;
  return result.ok ? 'read' : say(result.reason).replace(/127\.0\.0\.1:\d+/g, 'HOST');
};
