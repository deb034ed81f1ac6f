import { expect, test } from 'vitest';
import { isOnNow, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { themeCommands } from './theme.ts';

tryOnDefaultDocument();

test('the theme that was asked for is the one, and no other is', async () => {
  for (const command of themeCommands) {
    await tried(command);
    expect(themeCommands.filter(isOnNow)).toEqual([command]);
  }
});
