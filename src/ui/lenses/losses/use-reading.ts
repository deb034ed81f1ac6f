import { useEffect, useRef, useState } from 'react';
import type { LensNews, OpenLens } from '../../../runtime/host/lens-lines.ts';
import type { LensKind, ReadingOf, WishOf } from '../../../runtime/lenses/kinds.ts';
import { client } from '../../painting/connection.ts';

/** Resolves when what was rendered is on the screen: until then the lens need not look again. */
const painted = (): Promise<void> =>
  new Promise(resolve => {
    requestAnimationFrame(() => resolve());
    // A page that is hidden paints no frame.
    setTimeout(resolve, 500);
  });

/** What a lens tells while the component is there; the last reading stays until there is another. */
export function useReading<K extends LensKind>(wish: WishOf<K>): LensNews<ReadingOf<K>> | undefined {
  const [news, setNews] = useState<LensNews<ReadingOf<K>>>();
  const lens = useRef<OpenLens<WishOf<K>>>(undefined);
  const latest = useRef(wish);
  latest.current = wish;
  useEffect(() => {
    lens.current = client()?.lenses.open<K>(latest.current, next => {
      setNews(next);
      return painted();
    });
    return () => lens.current?.close();
  }, []);
  const key = JSON.stringify(wish);
  const told = useRef(key);
  useEffect(() => {
    if (told.current === key) return;
    told.current = key;
    lens.current?.change(latest.current);
  }, [key]);
  return news;
}
