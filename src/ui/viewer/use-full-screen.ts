import { useEffect } from 'react';
import { create } from 'zustand';

export interface FullScreen {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** Whether the viewer fills the page. */
export const useFullScreenState = create<{ readonly isOn: boolean }>()(() => ({ isOn: false }));

const end = () => useFullScreenState.setState({ isOn: false });

/**
 * The viewer fills the page, and with it the screen, or goes back to its place. It is the whole page that takes the
 * screen, so that menus and notices, which lie beside the viewer, are seen there too; where a browser refuses, the
 * page is filled.
 */
export function toggleFullScreen(): void {
  const { isOn } = useFullScreenState.getState();
  useFullScreenState.setState({ isOn: !isOn });
  const asked = isOn
    ? document.fullscreenElement && document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  asked?.catch(() => undefined);
}

/** The same for the viewer, which also ends it with Escape. */
export function useFullScreen(): FullScreen {
  const isOn = useFullScreenState(state => state.isOn);
  useEffect(() => {
    if (!isOn) return;
    const changed = () => document.fullscreenElement === null && end();
    const pressed = (event: KeyboardEvent) =>
      event.key === 'Escape' && !event.defaultPrevented && document.fullscreenElement === null && end();
    document.addEventListener('fullscreenchange', changed);
    window.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      window.removeEventListener('keydown', pressed);
    };
  }, [isOn]);
  return { isOn, toggle: toggleFullScreen };
}
