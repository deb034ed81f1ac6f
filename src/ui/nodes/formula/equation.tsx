/** A formula within a node, which breaks where it may. Loaded with the first node that is turned over. */
import 'katex/dist/katex.min.css';
import katex from 'katex';
import { useEffect, useRef } from 'react';
import styles from './formula-face.module.css';

const setting = { displayMode: false, throwOnError: false, maxSize: 10, maxExpand: 200 };

export default function Equation({ tex, label }: { readonly tex: string; readonly label: string }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place.current) katex.render(String.raw`\displaystyle ${tex}`, place.current, setting);
  }, [tex]);
  return <figure ref={place} className={styles.equation} aria-label={label} />;
}
