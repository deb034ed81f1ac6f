import { useRef, useState } from 'react';
import { message } from '../../language/message.ts';
import { useWords } from '../language/words.ts';
import { act, useEditor, useLocked } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import styles from './document-title.module.css';

/** The name of the open document, to be changed where it stands. */
export function DocumentTitle() {
  const words = useWords();
  const title = useEditor(state => state.history.document.title);
  const isLocked = useLocked();
  const [typed, setTyped] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const shown = typed ?? title;
  const finish = () => {
    if (typed !== undefined && typed.trim() !== title) rename(typed.trim());
    setTyped(undefined);
  };
  return (
    // The hidden text makes the field as wide as what is in it.
    <span className={styles.title} data-text={shown || words('editor.untitled')}>
      <input
        ref={field}
        className={styles.field}
        value={shown}
        placeholder={words('editor.untitled')}
        aria-label={words('layout.document-title')}
        maxLength={200}
        readOnly={isLocked}
        spellCheck={false}
        size={1}
        onFocus={event => event.target.select()}
        onChange={event => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={event => {
          if (event.key === 'Enter') field.current?.blur();
          if (event.key !== 'Escape') return;
          setTyped(undefined);
          // Once what was typed is gone, so that leaving the field changes nothing.
          setTimeout(() => field.current?.blur());
        }}
      />
    </span>
  );
}

function rename(title: string): void {
  const done = act([{ type: 'rename-document', title }], { label: message('command.renamed', { title }) });
  if (!done.ok) refuse(done.reason);
}
