/** The search of nodes, where a wire was let go of or a person asked for it. Typing filters; Enter chooses. */
import { Command } from 'cmdk';
import { Search as SearchIcon } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useEffect, useMemo, useState } from 'react';
import type { Message } from '../../../language/message.ts';
import { message } from '../../../language/message.ts';
import { useWords } from '../../language/words.ts';
import { readOwnPresets, useOwnPresets } from '../../presets/own-presets.ts';
import { openDocument, useEditor } from '../../state/editor.ts';
import { focusCanvas, hasNobodyTheKeyboard } from '../flow.ts';
import { bringIntoView } from '../go-to-thing.ts';
import { SocketShape } from '../socket-shape.tsx';
import { type Choice, choicesFor } from './choices.ts';
import { matchWords } from './match-words.ts';
import styles from './node-search.module.css';
import { closeNodeSearch, type Search, useNodeSearch } from './node-search-state.ts';

export function NodeSearch() {
  const words = useWords();
  const search = useNodeSearch(state => state.search);
  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => new DOMRect(search?.at.x, search?.at.y, 0, 0) } }),
    [search?.at],
  );
  return (
    <Popover.Root open={search !== undefined} onOpenChange={isOpen => !isOpen && closeNodeSearch()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          aria-label={search && words(questionOf(search))}
          side="bottom"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={event => {
            event.preventDefault();
            // This comes a moment after the search is gone: by then the keyboard may be elsewhere already.
            if (!hasNobodyTheKeyboard()) return;
            const [selected] = useEditor.getState().selection.nodes;
            focusCanvas(selected);
          }}
        >
          {search && <Choices key={keyOf(search)} search={search} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({ search }: { readonly search: Search }) {
  const words = useWords();
  const own = useOwnPresets(state => state.presets);
  // biome-ignore lint/correctness/useExhaustiveDependencies: own presets are among the choices once they are read
  const groups = useMemo(() => choicesFor(openDocument(), search), [search, own]);
  useEffect(() => void readOwnPresets(), []);
  const [chosen, setChosen] = useState('');
  const asked = words(questionOf(search));
  const aim = (id: string) => {
    setChosen(id);
    const node = groups.flatMap(({ choices }) => choices).find(choice => choice.id === id)?.node;
    useNodeSearch.setState({ aim: node });
    if (node !== undefined) bringIntoView(node);
  };
  return (
    <Command label={asked} filter={filter} loop value={chosen} onValueChange={aim}>
      <div className={styles.field}>
        <SearchIcon size={16} strokeWidth={1.75} aria-hidden="true" />
        <Command.Input className={styles.input} placeholder={asked} autoFocus />
      </div>
      <Command.List className={styles.list}>
        <Command.Empty className={styles.empty}>{words('canvas.nothing-found')}</Command.Empty>
        {groups.map(({ title, choices }) => {
          const heading = words(title);
          return (
            <Command.Group key={heading} heading={heading} className={styles.group}>
              {choices.map(choice => (
                <ChoiceItem key={choice.id} choice={choice} />
              ))}
            </Command.Group>
          );
        })}
      </Command.List>
    </Command>
  );
}

function ChoiceItem({ choice: { id, title, detail, type, choose } }: { readonly choice: Choice }) {
  const words = useWords();
  return (
    <Command.Item
      value={id}
      keywords={keywordsOf(title, detail)}
      className={styles.item}
      onSelect={() => {
        // What is chosen may ask for more in the place of this.
        closeNodeSearch();
        choose();
      }}
    >
      <span className={styles.shape} style={{ color: type && `var(--wire-${type})` }}>
        {type && <SocketShape type={type} />}
      </span>
      <span className={styles.title}>{typeof title === 'string' ? title : words(title)}</span>
      <span className={styles.detail}>{words(detail)}</span>
    </Command.Item>
  );
}

/** People search in their own language or by the name that the papers use: title, then explanation, in both. */
const keywordsOf = (title: Choice['title'], { en, zh }: Choice['detail']): string[] =>
  typeof title === 'string' ? [title, title, en, zh] : [title.en, title.zh, en, zh];

const filter = (_: string, typed: string, keywords: string[] = []) =>
  matchWords(typed, keywords.slice(0, 2), keywords.slice(2));

function questionOf(search: Search): Message {
  switch (search.type) {
    case 'new-node':
      return message(search.connectedTo ? 'canvas.search-fitting' : 'canvas.search');
    case 'port':
      return message('canvas.which-port');
    case 'end':
      return message('canvas.where-to');
    case 'node':
      return message('canvas.which-node');
  }
}

const keyOf = (search: Search): string => `${search.type} ${search.at.x} ${search.at.y}`;
