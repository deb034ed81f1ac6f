import { lazy, Suspense } from 'react';
import { useDialogs } from './dialogs.ts';

// Loaded when first asked for: nobody needs them to see the graph.
const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));
const About = lazy(async () => ({ default: (await import('./about.tsx')).About }));

/** The dialog that is open, if any. */
export function OpenDialog() {
  const open = useDialogs(state => state.open);
  return (
    <Suspense>
      {open === 'palette' && <CommandPalette />}
      {open === 'shortcuts' && <ShortcutSheet />}
      {open === 'about' && <About />}
    </Suspense>
  );
}
