import { Copy } from 'lucide-react';
import { message } from '../../language/message.ts';
import buttons from '../controls/buttons.module.css';
import { useWords } from '../language/words.ts';
import { note, refuse } from '../state/notices.ts';
import styles from './share.module.css';

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
}

/** A text to be taken along: to be seen, and to be copied. */
export function CopyField({ label, text }: CopyFieldProps) {
  const words = useWords();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => note(message('sharing.copied')),
      () => refuse(message('sharing.not-copied')),
    );
  return (
    <div className={styles.copy}>
      <input readOnly value={text} aria-label={label} onFocus={event => event.target.select()} />
      <button type="button" data-first className={buttons.primary} onClick={() => void copy()}>
        <Copy size={14} strokeWidth={1.75} aria-hidden />
        {words('sharing.copy')}
      </button>
    </div>
  );
}
