import { expect, test } from 'vitest';
import { emptyDocument } from '../../../graph/document.ts';
import { message } from '../../../language/message.ts';
import { open } from '../../state/editor.ts';
import { usePainting } from '../../state/painting.ts';
import { commandContext } from '../context.ts';
import { paintingGoesOn, tryOnDefaultDocument } from '../testing/trying.ts';
import { whetherPainting, withOptimiser } from './playing.ts';

tryOnDefaultDocument();

const why = () => {
  const whether = whetherPainting(commandContext());
  return whether.ok ? undefined : whether.reason.id;
};

test('nothing can be done to a painting before there is one', () => {
  expect(why()).toBe('editor.loading');
  usePainting.setState({ worker: { type: 'ready' } });
  expect(why()).toBe('command.nothing-paints');
  paintingGoesOn('waiting');
  expect(why()).toBe('command.nothing-paints');
  paintingGoesOn('paused');
  expect(why()).toBeUndefined();
  usePainting.setState({ worker: { type: 'stopped', reason: message('command.no-bends') } });
  expect(why()).toBe('command.no-bends');
});

test('it is the optimiser behind the output that is meant, and none in an empty graph', async () => {
  const meant: string[] = [];
  const act = withOptimiser(async optimiser => void meant.push(optimiser));
  await act(commandContext());
  open('empty', emptyDocument);
  await act(commandContext());
  expect(meant).toEqual(['optimiser']);
});
