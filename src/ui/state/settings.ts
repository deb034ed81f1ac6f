/** What a person has chosen about the page itself. Kept in the browser, and no part of any document. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Language } from '../../language/text.ts';

export type Device = 'auto' | 'webgpu' | 'wasm';
/** Whether paintings are to be quick, or to take little memory. */
export type Thrift = 'speed' | 'memory';
export type Theme = 'system' | 'dark' | 'light';

export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  /** What paints: chosen by a person, or whichever is faster. */
  readonly device: Device;
  readonly thrift: Thrift;
  /** The first visit's invitation was seen and put away. */
  readonly welcomed: boolean;
  /** What of the invitation was tried. */
  readonly tried: readonly string[];
}

const preferredLanguage = (): Language =>
  globalThis.navigator?.languages?.[0]?.toLowerCase().startsWith('zh') ? 'zh' : 'en';

export const useSettings = create<Settings>()(
  persist(
    (): Settings => ({
      language: preferredLanguage(),
      theme: 'system',
      device: 'auto',
      thrift: 'speed',
      welcomed: false,
      tried: [],
    }),
    {
      name: 'gramarye.settings',
      version: 1,
    },
  ),
);

export function changeSettings(changes: Partial<Settings>): void {
  useSettings.setState(changes);
}
