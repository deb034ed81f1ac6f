/** What the scripts share that keep small pictures of painted graphs. */
import sharp, { type Sharp } from 'sharp';
import { fileSources, type GraphDocument, problemText, renderGraph, say } from '../src/index.ts';
import type { HostTensor } from '../src/runtime/execute/resources.ts';

/** The pictures of a graph's outputs, in order; samples are found below `folder`. Throws where it does not paint. */
export async function paintedPictures(
  graph: string | GraphDocument,
  folder: string,
): Promise<readonly HostTensor[]> {
  const pictures: HostTensor[] = [];
  for await (const event of renderGraph(graph, { sources: fileSources(folder) })) {
    if (event.type === 'refused')
      throw new Error(event.problems.map(problem => say(problemText(problem))).join('\n'));
    if (event.type === 'failed') throw new Error(say(problemText(event.problem)));
    if (event.type === 'output') pictures.push(event.picture);
  }
  return pictures;
}

interface Strip {
  /** Pixels of the whole. */
  readonly width: number;
  readonly height: number;
  /** Transparent pixels between two pictures. */
  readonly gap?: number;
}

/** The pictures side by side, each cut to its share. */
export async function besideOneAnother(
  pictures: readonly HostTensor[],
  { width, height, gap = 0 }: Strip,
): Promise<Sharp> {
  const share = Math.floor((width - gap * (pictures.length - 1)) / pictures.length);
  const tiles = pictures.map(async ({ shape: [rows = 0, columns = 0, channels], data }, index) => {
    const pixels = Uint8ClampedArray.from(data, value => Math.round(255 * value));
    const raw = { width: columns, height: rows, channels: channels === 3 ? 3 : 1 } as const;
    const input = await sharp(pixels, { raw }).resize(share, height, { fit: 'cover' }).png().toBuffer();
    return { input, left: index * (share + gap), top: 0 };
  });
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  return sharp({
    create: { width: share * pictures.length + gap * (pictures.length - 1), height, channels: 4, background },
  })
    .composite(await Promise.all(tiles))
    .webp({ quality: 76, effort: 6, smartSubsample: true });
}
