/** Which dialog of presets is open, if any. */
import { create } from 'zustand';
import type { OwnPreset } from './own-presets.ts';

export type PresetsDialog =
  | { readonly type: 'none' }
  | { readonly type: 'gallery' }
  /** What is open, or what is selected in it, becomes a preset. */
  | { readonly type: 'save' }
  | { readonly type: 'edit'; readonly preset: OwnPreset };

export const usePresetsDialog = create<{ readonly dialog: PresetsDialog }>()(() => ({
  dialog: { type: 'none' },
}));

const shown = (dialog: PresetsDialog) => () => usePresetsDialog.setState({ dialog });

export const openGallery = shown({ type: 'gallery' });

export const openSavePreset = shown({ type: 'save' });

export const editPreset = (preset: OwnPreset): void => shown({ type: 'edit', preset })();

export const closePresets = shown({ type: 'none' });
