import { useEffect, useSyncExternalStore } from 'react';
import { useSettings } from '../state/settings.ts';

const prefersLight = globalThis.matchMedia?.('(prefers-color-scheme: light)');

const subscribe = (changed: () => void) => {
  prefersLight?.addEventListener('change', changed);
  return () => prefersLight?.removeEventListener('change', changed);
};

/** The theme that is shown: the chosen one, or the system's. Charts and canvases ask it for their colours. */
export function useShownTheme(): 'dark' | 'light' {
  const chosen = useSettings(state => state.theme);
  const systemIsLight = useSyncExternalStore(subscribe, () => prefersLight?.matches ?? false);
  if (chosen !== 'system') return chosen;
  return systemIsLight ? 'light' : 'dark';
}

/** Gives the page the colours of the theme that is shown. */
export function useTheme(): void {
  const shown = useShownTheme();
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
}
