/** The person's documents: to open, name, copy and delete, and to begin another. */
import { File, FilePlus, FolderOpen } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Dialog } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import { SearchField } from '../controls/search-field.tsx';
import { useWords } from '../language/words.ts';
import { DocumentCard } from './document-card.tsx';
import styles from './documents.module.css';
import { closeDocumentsDialog } from './documents-dialog-state.ts';
import { openFile } from './files.ts';
import { neighbour } from './neighbour.ts';
import { newDocument, newEmptyDocument } from './open-documents.ts';
import { RecentFiles } from './recent-files-list.tsx';
import { keepsInBrowser } from './the-shelf.ts';
import { useKeptDocuments } from './use-kept-documents.ts';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function DocumentsDialog() {
  const words = useWords();
  const { documents, reload } = useKeptDocuments();
  const [search, setSearch] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const wanted = search.trim().toLocaleLowerCase();
  const found = documents?.filter(({ title }) =>
    (title || words('editor.untitled')).toLocaleLowerCase().includes(wanted),
  );
  const thenClose = (action: () => Promise<unknown>) => async () => {
    closeDocumentsDialog();
    await action();
  };
  const walk = (event: KeyboardEvent) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
    const next = neighbour(event.key, event.target as HTMLElement, cards);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <Dialog
      title={words('documents.title')}
      about={words(keepsInBrowser() ? 'documents.about' : 'documents.about-memory')}
      onClose={closeDocumentsDialog}
    >
      <div className={styles.bar}>
        <SearchField
          label={words('documents.search')}
          value={search}
          onChange={setSearch}
          first={() => list.current?.querySelector<HTMLElement>('[data-card]')}
          hasFocusFirst
          className={styles.search}
        />
        <button type="button" className={buttons.button} onClick={thenClose(() => newDocument())}>
          <FilePlus {...icon} />
          {words('documents.new')}
        </button>
        <button type="button" className={buttons.button} onClick={thenClose(newEmptyDocument)}>
          <File {...icon} />
          {words('documents.new-empty')}
        </button>
        <button type="button" className={buttons.button} onClick={thenClose(openFile)}>
          <FolderOpen {...icon} />
          {words('documents.from-file')}
        </button>
      </div>
      <RecentFiles close={closeDocumentsDialog} />
      <ul ref={list} className={styles.cards} aria-label={words('documents.list')} onKeyDown={walk}>
        {found?.map(kept => (
          <DocumentCard key={kept.id} kept={kept} onChanged={() => void reload()} />
        ))}
      </ul>
      {found?.length === 0 && <p className={styles.none}>{words('documents.none-found')}</p>}
    </Dialog>
  );
}
