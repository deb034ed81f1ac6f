import { expect, test } from 'vitest';
import { isOnNow, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { tabCommands } from './tabs.ts';

tryOnDefaultDocument();

const shown = () => tabCommands.filter(isOnNow).map(({ id }) => id);

test('one of them is shown: at first the inspector, then the one that was asked for', async () => {
  expect(shown()).toEqual(['view.inspector']);
  for (const command of tabCommands) {
    await tried(command);
    expect(shown()).toEqual([command.id]);
  }
});
