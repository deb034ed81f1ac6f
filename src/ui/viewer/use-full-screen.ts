import { useEffect, useState } from 'react';

export interface FullScreen {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/**
 * Whether the viewer fills the page, and with it the screen. It is the whole page that takes the screen, so that
 * menus and notices, which lie beside the viewer, are seen there too; where a browser refuses, the page is filled.
 */
export function useFullScreen(): FullScreen {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const changed = () => document.fullscreenElement === null && setOn(false);
    const pressed = (event: KeyboardEvent) =>
      event.key === 'Escape' &&
      !event.defaultPrevented &&
      document.fullscreenElement === null &&
      setOn(false);
    document.addEventListener('fullscreenchange', changed);
    window.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      window.removeEventListener('keydown', pressed);
    };
  }, [isOn]);
  return {
    isOn,
    toggle: () => {
      setOn(!isOn);
      const asked = isOn
        ? document.fullscreenElement && document.exitFullscreen()
        : document.documentElement.requestFullscreen?.();
      asked?.catch(() => undefined);
    },
  };
}
