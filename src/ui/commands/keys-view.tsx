import { keyCaps } from './keys.ts';
import styles from './menu.module.css';

/** The keys of a command, a cap for each. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {keyCaps(keys).map(cap => (
        <kbd key={cap} className={styles.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
