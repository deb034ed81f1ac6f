import { CircleAlert } from 'lucide-react';
import type { Message } from '../../language/message.ts';
import { useWords } from '../language/words.ts';
import styles from './images.module.css';

/** Why something was not taken, read aloud when it appears. */
export function Refusal({ reason }: { readonly reason: Message | undefined }) {
  const words = useWords();
  return (
    <p role="alert" className={styles.refusal}>
      {reason && (
        <>
          <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
          <span>{words(reason)}</span>
        </>
      )}
    </p>
  );
}
