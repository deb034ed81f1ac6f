/** Commands that come at any moment while a worker paints: when each is answered, and when it is in effect. */
import { setTimeout } from 'node:timers/promises';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { adjust, type GraphDocument, nodeKinds } from '../../../src/index.ts';
import type { HostEvent } from '../../../src/runtime/host/protocol.ts';
import type { CommandTime, Page } from './page.ts';

export interface CommandTimes {
  readonly name: string;
  readonly times: readonly CommandTime[];
}

/** Milliseconds between two commands, at most: some iterations. */
const someIterations = 600;
/** In so many milliseconds no target is computed. */
const notYetComputed = 60;

const layers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
const withoutRelu3 = layers.filter(layer => layer !== 'relu3_1');

/** Opens `graph`, the preset `gatys`, and sends each kind of command `rounds` times. The worker has a device. */
export async function timeCommands(
  page: Page,
  graph: GraphDocument,
  rounds: number,
): Promise<readonly CommandTimes[]> {
  let [document, number] = [graph, 0];
  const send = (): Promise<CommandTime> => {
    number += 1;
    return page.time(() => page.worker.edit({ number, document }), isApplied);
  };
  const edit = (path: string, value: string | number): Promise<CommandTime> => {
    const edited = adjust(document, nodeKinds, { set: [{ path, text: String(value) }] });
    if (!edited.ok) throw new Error(edited.reason[0]?.reason.id);
    document = edited.value;
    return send();
  };
  const styleSize = Number(graph.nodes.styleSize?.params.size);
  const kinds: Record<string, (round: number) => Promise<CommandTime>> = {
    pause: () => page.time(() => page.worker.pause(), isState('paused')),
    play: () => page.time(() => page.worker.play(), isState('running')),
    'loss weight': round => edit('styleLoss.weight', 20 + (round % 2)),
    'style layer off or on': round =>
      edit('styleTaps.layers', (round % 2 === 0 ? withoutRelu3 : layers).join()),
    // Always one that was not there before: there is something to compute.
    'another size of the style': round => edit('styleSize.size', styleSize - 1 - round),
    'loss weight while that is computed': round => edit('styleLoss.weight', 30 + (round % 2)),
  };

  await send();
  await page.worker.watch({ optimiser: 512 });
  await page.until('running');
  const random = xoroshiro128plus(5);
  const times = new Map<string, CommandTime[]>(Object.keys(kinds).map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(kinds)) {
      const longest = name === 'loss weight while that is computed' ? notYetComputed : someIterations;
      await setTimeout((longest * (random.next() >>> 0)) / 2 ** 32);
      times.get(name)?.push(await command(round));
    }
    await page.until('running');
  }
  return [...times].map(([name, taken]) => ({ name, times: taken }));
}

const isApplied = ({ type }: HostEvent): boolean => type === 'applied';
const isState = (state: string) => (event: HostEvent) => event.type === 'run' && event.state === state;
