/** What presets show above the page. Loaded when first asked for. */
import { lazy, Suspense } from 'react';
import { usePresetsDialog } from './presets-dialogs.ts';

const Gallery = lazy(async () => ({ default: (await import('./gallery.tsx')).Gallery }));
const SavePreset = lazy(async () => ({ default: (await import('./save-preset.tsx')).SavePreset }));

export function PresetsLayer() {
  const dialog = usePresetsDialog(state => state.dialog);
  return (
    <Suspense>
      {dialog.type === 'gallery' && <Gallery />}
      {dialog.type === 'save' && <SavePreset />}
      {dialog.type === 'edit' && <SavePreset preset={dialog.preset} />}
    </Suspense>
  );
}
