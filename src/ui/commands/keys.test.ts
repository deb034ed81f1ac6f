import { expect, test } from 'vitest';
import { ariaKeys, type KeyPress, keyCaps, matchesKeys } from './keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('Mod is Control, and on a Mac Command', () => {
  expect(matchesKeys('Mod+Z', press('z', { ctrlKey: true }), false)).toBe(true);
  expect(matchesKeys('Mod+Z', press('z', { metaKey: true }), true)).toBe(true);
  expect(matchesKeys('Mod+Z', press('z', { metaKey: true }), false)).toBe(false);
  expect(matchesKeys('Mod+Z', press('z', { ctrlKey: true }), true)).toBe(false);
});

test('a key that is held and not asked for makes it another shortcut', () => {
  expect(matchesKeys('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(matchesKeys('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  expect(matchesKeys('F', press('f', { altKey: true }), false)).toBe(false);
  expect(matchesKeys('Mod+Z', press('z', { ctrlKey: true, metaKey: true }), false)).toBe(false);
});

test('letters are found where they lie when the keyboard writes another script', () => {
  expect(matchesKeys('Mod+K', press('л', { code: 'KeyK', ctrlKey: true }), false)).toBe(true);
  expect(matchesKeys('Alt+N', press('˜', { code: 'KeyN', altKey: true }), true)).toBe(true);
  // What a Latin keyboard of another layout writes counts, not where it lies.
  expect(matchesKeys('Mod+Z', press('y', { code: 'KeyZ', ctrlKey: true }), false)).toBe(false);
});

test('digits with Shift, and signs however they are written', () => {
  expect(matchesKeys('Shift+1', press('!', { code: 'Digit1', shiftKey: true }), false)).toBe(true);
  expect(matchesKeys('?', press('?', { shiftKey: true }), false)).toBe(true);
  expect(matchesKeys('?', press('?'), false)).toBe(true);
  expect(matchesKeys('+', press('+', { shiftKey: true }), false)).toBe(true);
  expect(keyCaps('+', false)).toEqual(['+']);
  expect(matchesKeys('Space', press(' '), false)).toBe(true);
});

test('keys are shown as the machine names them', () => {
  expect(keyCaps('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⇧', '⌘', 'Z']);
  expect(ariaKeys('Mod+Shift+Z', false)).toBe('Control+Shift+Z');
  expect(ariaKeys('Mod+K', true)).toBe('Meta+K');
});
