import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from './zoom.ts';

/** The size of an element, in pixels of the page, as it changes. */
export function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const observed = element.current;
    if (!observed) return;
    const take = () => {
      const { clientWidth: width, clientHeight: height } = observed;
      setSize(before => (before.width === width && before.height === height ? before : { width, height }));
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

const subscribe = (changed: () => void) => {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
};

/** Pixels of the screen per pixel of the page. */
export const watchDensity = [subscribe, () => window.devicePixelRatio] as const;
