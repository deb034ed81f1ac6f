import { useWords } from '../../language/words.ts';
import { GuideText } from '../guide-text.tsx';
import styles from '../help.module.css';

/** What the help begins with. */
export function ContentsPage() {
  const words = useWords();
  return (
    <>
      <h2 className={styles.title}>Gramarye</h2>
      <div className={styles.text}>
        <GuideText text={words('help.welcome')} />
      </div>
    </>
  );
}
