import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import styles from './layout.module.css';

/** The name of the page and of the open document, and the menus. */
export function TopBar() {
  const words = useWords();
  const title = useEditor(state => state.history.document.title);
  return (
    <header className={styles.top}>
      <h1 className={styles.brand}>Gramarye</h1>
      <span className={styles.document}>{title || words('editor.untitled')}</span>
    </header>
  );
}
