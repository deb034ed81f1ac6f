import { expect, test } from 'vitest';
import { useFullScreenState } from '../../viewer/use-full-screen.ts';
import { isOnNow, tryOnDefaultDocument } from '../testing/trying.ts';
import { fullScreen } from './full-screen.ts';

tryOnDefaultDocument();

test('it is on while the viewer fills the page', () => {
  expect(isOnNow(fullScreen)).toBe(false);
  useFullScreenState.setState({ isOn: true });
  expect(isOnNow(fullScreen)).toBe(true);
});
