/**
 * Pictures painted from one layer alone. Each is painted once, in the worker, beside whatever is being painted there,
 * and kept while the page is open by all that it was made of; the open document and its paintings know nothing of it.
 */
import { create } from 'zustand';
import type { GraphDocument } from '../../../graph/document.ts';
import type { Message } from '../../../language/message.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import type { Pixels } from '../../../runtime/host/scale-down.ts';
import type { SweepNews } from '../../../runtime/host/sweep-protocol.ts';
import { gridOf } from '../../../runtime/sweep/grid.ts';
import { client } from '../../painting/connection.ts';
import { refuse } from '../../state/notices.ts';
import { layersAxis, reconstructionSize } from './reconstruction.ts';

export type KeptPicture =
  | { readonly state: 'waiting' }
  | { readonly state: 'painting'; readonly picture?: Pixels; readonly share: number }
  | { readonly state: 'done'; readonly picture: Pixels }
  | { readonly state: 'failed'; readonly reason?: Message };

interface KeepsState {
  readonly pictures: Readonly<Record<string, KeptPicture>>;
}

export const useKeeps = create<KeepsState>()(() => ({ pictures: {} }));

/** No more are kept than this; the oldest go first. */
const mostKept = 300;

/** Pictures to be painted, in their order. */
export interface Order {
  readonly document: GraphDocument;
  /** What all that the document names from the outside is, so that another picture of the same name is another. */
  readonly origin: string;
  readonly layers: readonly (readonly string[])[];
}

/** The name under which a picture is kept. */
export function keptKey(document: GraphDocument, origin: string, layers: readonly string[]): string {
  const nodes = Object.entries(document.nodes).map(([id, { kind, params, flow }]) => [
    id,
    kind,
    params,
    flow,
  ]);
  const wires = Object.values(document.edges).map(({ from, to }) => [from.node, from.port, to.node, to.port]);
  return JSON.stringify([nodes, wires, origin, layers]);
}

/** What the references in `document` stand for, as the worker knows it. */
export async function originOf({ nodes }: GraphDocument): Promise<string> {
  const references = (control: 'image' | 'encoder') =>
    Object.values(nodes).flatMap(({ kind, params }) =>
      Object.entries(nodeKinds.get(kind)?.params ?? {}).flatMap(([name, parameter]) =>
        parameter.control.type === control ? [String(params[name] ?? parameter.default)] : [],
      ),
    );
  const asked = { images: references('image'), encoders: references('encoder') };
  return JSON.stringify((await client()?.origins(asked)) ?? {});
}

let painting: Promise<void> = Promise.resolve();
let wishes = 0;

/** Paints what is not there yet, after what was asked for before. */
export function paintKept(orders: readonly Order[]): void {
  const wish = wishes;
  for (const { document, origin, layers } of orders) {
    const absent = layers.filter(set => {
      const { [keptKey(document, origin, set)]: kept } = useKeeps.getState().pictures;
      return kept === undefined || kept.state === 'failed';
    });
    if (absent.length === 0) continue;
    for (const set of absent) put(keptKey(document, origin, set), { state: 'waiting' });
    painting = painting.then(() =>
      wish === wishes ? paint({ document, origin, layers: absent }) : undefined,
    );
  }
}

/** Stops; what is done stays. */
export function stopKept(): void {
  wishes += 1;
  client()?.stopSweep('lens');
  useKeeps.setState(({ pictures }) => ({
    pictures: Object.fromEntries(
      Object.entries(pictures).filter(([, { state }]) => state === 'done' || state === 'failed'),
    ),
  }));
}

async function paint({ document, origin, layers }: Order): Promise<void> {
  const wish = wishes;
  const axes = [layersAxis(layers)];
  const grid = gridOf(axes);
  const painter = client();
  if (!grid.ok || !painter) return;
  const keys = new Map(
    grid.value.cells.map(({ name }, at) => [name, keptKey(document, origin, layers[at] ?? [])]),
  );
  const hear = (news: SweepNews) => {
    const key = 'cell' in news ? keys.get(news.cell) : undefined;
    if (key !== undefined && wish === wishes) take(key, news);
  };
  const end = await painter.sweep({ document, axes, pictureSize: reconstructionSize, lane: 'lens' }, hear);
  if (end.type !== 'failed' || wish !== wishes) return;
  refuse(end.reason);
  for (const key of keys.values()) {
    if (useKeeps.getState().pictures[key]?.state !== 'done')
      put(key, { state: 'failed', reason: end.reason });
  }
}

function take(key: string, news: SweepNews): void {
  const picture = pictureOf(news);
  if (picture) put(key, picture);
}

function pictureOf(news: SweepNews): KeptPicture | undefined {
  switch (news.type) {
    case 'begun':
      return { state: 'painting', share: 0 };
    case 'picture':
      return { state: 'painting', picture: news.picture, share: news.iteration / news.iterations };
    case 'finished':
      return { state: 'done', picture: news.picture };
    case 'failed':
      return { state: 'failed', reason: news.problems[0]?.reason ?? message('sweep.no-picture') };
    case 'ended':
      return undefined;
  }
}

function put(key: string, picture: KeptPicture): void {
  useKeeps.setState(({ pictures }) => {
    const { [key]: _before, ...others } = pictures;
    const kept = Object.entries(others).slice(-mostKept);
    return { pictures: { ...Object.fromEntries(kept), [key]: picture } };
  });
}
