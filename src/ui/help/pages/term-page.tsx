import { nodeKinds } from '../../../nodes/registry.ts';
import Formula from '../../inspector/formula.tsx';
import { useWords } from '../../language/words.ts';
import { glossaryEntry } from '../glossary/glossary.ts';
import { GuideText } from '../guide-text.tsx';
import styles from '../help.module.css';
import { PageLinks } from './page-links.tsx';

/** A word of the glossary. */
export function TermPage({ id }: { readonly id: string }) {
  const words = useWords();
  const entry = glossaryEntry(id);
  if (!entry) return <p>{words('help.gone')}</p>;
  const met = (entry.kinds ?? []).flatMap(kind => nodeKinds.get(kind) ?? []);
  return (
    <>
      <h2 className={styles.title}>
        {words(entry.term)}
        {words.language === 'zh' && entry.term.en !== entry.term.zh && (
          <small lang="en">{entry.term.en}</small>
        )}
      </h2>
      <div className={styles.text}>
        <GuideText text={words(entry.text)} />
      </div>
      {entry.formula && (
        <Formula tex={entry.formula} label={`${words('help.formula')}: ${words(entry.term)}`} />
      )}
      <PageLinks
        title={words('help.met-in')}
        links={met.map(({ kind, title }) => ({ title, to: { type: 'node', kind } }))}
      />
    </>
  );
}
