import { lazy, Suspense } from 'react';
import type { NodeKind } from '../../graph/kind.ts';
import { useWords } from '../language/words.ts';
import styles from './inspector.module.css';
import { Marked } from './marked.tsx';
import { Section } from './section.tsx';

const Formula = lazy(() => import('./formula.tsx'));

/** How a kind of node works: in words, as a formula, and where that is from. */
export function About({ kind: { documentation, formula, source, title } }: { readonly kind: NodeKind }) {
  const words = useWords();
  return (
    <Section title={words('inspector.about')}>
      {formula !== '' && (
        <Suspense fallback={<div className={styles.formula} />}>
          <Formula tex={formula} label={`${words('inspector.formula')}: ${words(title)}`} />
        </Suspense>
      )}
      <div className={styles.documentation}>
        <Marked text={words(documentation)} />
      </div>
      {source !== '' && (
        <p className={styles.source}>
          {words('inspector.source')}: {source}
        </p>
      )}
    </Section>
  );
}
