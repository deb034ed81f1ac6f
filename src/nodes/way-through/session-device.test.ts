/** R8: a device that is gone. */
import { expect, test } from 'vitest';
import { openForTest } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { openStudio, outputOf } from '../testing/studio.ts';
import { eventOf, paintAll } from '../testing/trial.ts';

test('R8 on another device a painting goes on from its newest checkpoint to the same picture', async () => {
  const graph = gatys({ optimiser: { iterations: 8 } });
  const first = await openForTest('wasm');
  const studio = openStudio(first);
  studio.session.edit(graph);
  await studio.next(event => event.type === 'checkpoint' && event.checkpoint.iteration === 5);
  await studio.session.leaveDevice();
  first.dispose();
  const second = await openForTest('wasm');
  studio.session.moveTo(second);
  await studio.session.rest();
  const iterations = studio.events.flatMap(event => (event.type === 'iteration' ? [event.iteration] : []));
  expect(iterations.filter(iteration => iteration === 1)).toHaveLength(1);
  expect(outputOf(studio.events)).toEqual(eventOf(await paintAll(graph), 'output').picture.data);
  await studio.session.dispose();
  second.dispose();
});
