/** A formula, set by KaTeX; a screen reader has it as MathML. A part of the page that is loaded when it is wanted. */
import 'katex/dist/katex.min.css';
import katex from 'katex';
import { useEffect, useRef } from 'react';
import styles from './inspector.module.css';

interface FormulaProps {
  readonly tex: string;
  readonly label: string;
}

/** A lesson's formulas are other people's: they neither cover the page nor keep it busy. */
const setting = { displayMode: true, throwOnError: false, maxSize: 10, maxExpand: 200 };

export default function Formula({ tex, label }: FormulaProps) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place.current) katex.render(tex, place.current, setting);
  }, [tex]);
  // A long one is scrolled, by keyboard, too.
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached
  return <figure ref={place} className={styles.formula} aria-label={label} tabIndex={0} />;
}
