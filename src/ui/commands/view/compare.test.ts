import { expect, test } from 'vitest';
import { useShownTab } from '../../layout/shown-tab.ts';
import { useViewer } from '../../viewer/viewer-state.ts';
import { isOnNow, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { comparePictures } from './compare.ts';

tryOnDefaultDocument();

test('the picture is compared with what it started from, and then no more', async () => {
  expect(isOnNow(comparePictures)).toBe(false);
  await tried(comparePictures);
  expect(useViewer.getState().other).toEqual({ type: 'start' });
  expect(useShownTab.getState().tab).toBe('picture');
  expect(isOnNow(comparePictures)).toBe(true);
  await tried(comparePictures);
  expect(isOnNow(comparePictures)).toBe(false);
});
