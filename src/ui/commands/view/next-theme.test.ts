import { expect, test } from 'vitest';
import { useSettings } from '../../state/settings.ts';
import { tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { nextTheme } from './next-theme.ts';

tryOnDefaultDocument();

test('every theme has its turn', async () => {
  useSettings.setState({ theme: 'system' });
  const seen: string[] = [];
  for (let times = 0; times < 3; times++) {
    await tried(nextTheme);
    seen.push(useSettings.getState().theme);
  }
  expect(seen).toEqual(['dark', 'light', 'system']);
});
