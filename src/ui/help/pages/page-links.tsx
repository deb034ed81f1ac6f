import type { Text } from '../../../language/text.ts';
import { useWords } from '../../language/words.ts';
import { follow } from '../follow.ts';
import type { GuideLink } from '../guide-link.ts';
import styles from '../help.module.css';

export interface PageLink {
  readonly title: Text;
  readonly to: GuideLink;
}

/** A row of links to other pages, under a word that says what they are. */
export function PageLinks({ title, links }: { readonly title: string; readonly links: readonly PageLink[] }) {
  const words = useWords();
  if (links.length === 0) return null;
  return (
    <div className={styles.links}>
      <span>{title}</span>
      {links.map(link => (
        <button key={link.title.en} type="button" className={styles.chip} onClick={() => follow(link.to)}>
          {words(link.title)}
        </button>
      ))}
    </div>
  );
}
