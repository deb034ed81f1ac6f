/** The help: what there is on the left, to be searched; the page on the right. */
import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Dialog } from '../commands/dialog.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { SearchField } from '../controls/search-field.tsx';
import { neighbour } from '../documents/neighbour.ts';
import { useWords } from '../language/words.ts';
import { findHelp, type HelpItem } from './find-help.ts';
import styles from './help.module.css';
import { closeHelp, goBack, type HelpPage, openHelp, useHelp } from './help-state.ts';
import { ContentsPage } from './pages/contents-page.tsx';
import { NodePage } from './pages/node-page.tsx';
import { TermPage } from './pages/term-page.tsx';

export function HelpDialog() {
  const words = useWords();
  const page = useHelp(({ trail }) => trail.at(-1));
  const canGoBack = useHelp(({ trail }) => trail.length > 1);
  if (!page) return null;
  return (
    <Dialog
      title={words('help.title')}
      size="full"
      onClose={closeHelp}
      tools={
        <IconButton
          icon={ArrowLeft}
          label={words('help.back')}
          className={styles.back ?? ''}
          aria-disabled={!canGoBack}
          onClick={() => canGoBack && goBack()}
        />
      }
    >
      <div className={styles.columns}>
        <Pages shown={page} />
        <Article key={JSON.stringify(page)} page={page} />
      </div>
    </Dialog>
  );
}

function Article({ page }: { readonly page: HelpPage }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <article className={styles.article} tabIndex={0} aria-live="polite">
      {page.type === 'contents' && <ContentsPage />}
      {page.type === 'node' && <NodePage kind={page.kind} />}
      {page.type === 'term' && <TermPage id={page.id} />}
    </article>
  );
}

function Pages({ shown }: { readonly shown: HelpPage }) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const nav = useRef<HTMLElement>(null);
  const found = findHelp(typed);
  const buttons = () => [...(nav.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
  const walk = (event: KeyboardEvent) => {
    const next = neighbour(event.key, event.target as HTMLElement, buttons());
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className={styles.aside}>
      <SearchField
        label={words('help.search')}
        value={typed}
        onChange={setTyped}
        first={() => buttons()[0]}
        entersFirst
        hasFocusFirst={shown.type === 'contents'}
        className={styles.search}
      />
      <nav ref={nav} className={styles.pages} aria-label={words('help.pages')} onKeyDown={walk}>
        {found.map(({ title, items }) => (
          <section key={title.en}>
            <h3 className={styles.heading}>{words(title)}</h3>
            {items.map(item => (
              <PageButton key={JSON.stringify(item.page)} item={item} shown={shown} />
            ))}
          </section>
        ))}
        {found.length === 0 && <p className={styles.none}>{words('help.none-found', { typed })}</p>}
      </nav>
    </div>
  );
}

function PageButton({ item: { page, title }, shown }: { readonly item: HelpItem; readonly shown: HelpPage }) {
  const words = useWords();
  const isShown = JSON.stringify(page) === JSON.stringify(shown);
  return (
    <button
      type="button"
      data-page
      className={styles.page}
      aria-current={isShown ? 'page' : undefined}
      ref={element => {
        if (isShown) element?.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => openHelp(page)}
    >
      {words(title)}
    </button>
  );
}
