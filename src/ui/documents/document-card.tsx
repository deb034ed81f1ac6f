import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useState } from 'react';
import menu from '../commands/menu.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import styles from './documents.module.css';
import { closeDocumentsDialog } from './documents-dialog-state.ts';
import type { KeptDocument } from './kept.ts';
import { deleteDocument, renameDocument } from './manage-documents.ts';
import { duplicateDocument, isOpen, openKept } from './open-documents.ts';
import { timeAgo } from './time-ago.ts';

interface DocumentCardProps {
  readonly kept: KeptDocument;
  /** The list is another now. */
  readonly onChanged: () => void;
}

/** A document in the list: its picture, its name, when it was changed; a click opens it. */
export function DocumentCard({ kept, onChanged }: DocumentCardProps) {
  const words = useWords();
  const picture = useUrl(kept.thumbnail);
  const [isNaming, setNaming] = useState(false);
  const title = kept.title || words('editor.untitled');
  const isHere = isOpen(kept.id);
  const openIt = async () => {
    if (await openKept(kept.id)) closeDocumentsDialog();
    else onChanged();
  };
  const name = async (wish: string | undefined) => {
    setNaming(false);
    if (wish !== undefined && wish.trim() !== kept.title) await renameDocument(kept, wish);
    onChanged();
  };
  return (
    <li className={styles.card} data-open={isHere}>
      <button
        type="button"
        data-card
        className={styles.picture}
        aria-label={words('documents.open', { title })}
        aria-current={isHere || undefined}
        onClick={openIt}
      >
        {picture && <img src={picture} alt="" />}
      </button>
      <div className={styles.caption}>
        <div className={styles.names}>
          {isNaming ? (
            <NameField initial={kept.title} label={words('documents.rename-label')} onDone={name} />
          ) : (
            <strong title={title}>{title}</strong>
          )}
          <small>
            {isHere && <em>{words('documents.open-now')}</em>}
            <time dateTime={new Date(kept.changed).toISOString()}>
              {timeAgo(kept.changed, Date.now(), words.language)}
            </time>
          </small>
        </div>
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger asChild>
            <IconButton icon={Ellipsis} label={words('documents.more', { title })} />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content
              className={menu.menu}
              align="end"
              onCloseAutoFocus={event => isNaming && event.preventDefault()}
            >
              <DropdownMenu.Item className={menu.item} onSelect={() => setNaming(true)}>
                {words('documents.rename')}
              </DropdownMenu.Item>
              <DropdownMenu.Item
                className={menu.item}
                onSelect={() => {
                  closeDocumentsDialog();
                  void duplicateDocument(kept.id);
                }}
              >
                {words('documents.duplicate')}
              </DropdownMenu.Item>
              <DropdownMenu.Item className={menu.item} onSelect={() => void deleteDocument(kept, onChanged)}>
                {words('documents.delete')}
              </DropdownMenu.Item>
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      </div>
    </li>
  );
}

interface NameFieldProps {
  readonly initial: string;
  readonly label: string;
  /** Undefined where the name stays as it was. */
  readonly onDone: (title: string | undefined) => void;
}

function NameField({ initial, label, onDone }: NameFieldProps) {
  const [typed, setTyped] = useState(initial);
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
      autoFocus
      aria-label={label}
      maxLength={200}
      value={typed}
      onFocus={event => event.target.select()}
      onChange={event => setTyped(event.target.value)}
      onBlur={() => onDone(typed)}
      onKeyDown={event => {
        if (event.key === 'Enter') onDone(typed);
        if (event.key !== 'Escape') return;
        // The dialog stays.
        event.preventDefault();
        event.nativeEvent.stopImmediatePropagation();
        onDone(undefined);
      }}
    />
  );
}

/** An address for what is in `blob`, for as long as it is shown. */
function useUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return blob && url;
}
