import { expect, test } from 'vitest';
import { isOnNow, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { languageCommands } from './language.ts';

tryOnDefaultDocument();

test('the language that was asked for is the one, and no other is', async () => {
  for (const command of languageCommands) {
    await tried(command);
    expect(languageCommands.filter(isOnNow)).toEqual([command]);
  }
});
