/** Every command, to be found by its name in either language, and done with Enter. */
import { Command as Cmdk } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useRef, useState } from 'react';
import type { Text } from '../../language/text.ts';
import { matchWords } from '../canvas/node-search/match-words.ts';
import { useWords } from '../language/words.ts';
import { type Command, labelOf, whetherPossible } from './command.ts';
import styles from './command-palette.module.css';
import { commands } from './commands.ts';
import { type CommandContext, commandContext } from './context.ts';
import dialogStyles from './dialog.module.css';
import { openDialog } from './dialogs.ts';
import { Keys } from './keys-view.tsx';
import { menuIds, menuTitles, submenuTitles } from './menu-titles.ts';
import { runCommand } from './run-command.ts';

export function CommandPalette() {
  const words = useWords();
  const [context] = useState(() => commandContext());
  const [typed, setTyped] = useState('');
  const chosen = useRef<Command>(undefined);
  const choose = (command: Command) => {
    chosen.current = command;
    openDialog('none');
  };
  return (
    <Radix.Root open onOpenChange={isOpen => !isOpen && openDialog('none')}>
      <Radix.Portal>
        <Radix.Overlay className={dialogStyles.veil} />
        <Radix.Content
          className={styles.palette}
          aria-describedby={undefined}
          // The command comes after the focus is back: it may put it elsewhere, or open a dialog of its own.
          onCloseAutoFocus={() => setTimeout(() => chosen.current && void runCommand(chosen.current))}
        >
          <Radix.Title className="unseen">{words('command.palette')}</Radix.Title>
          <Cmdk label={words('command.search')} filter={match} loop>
            <div className={styles.search}>
              <Search size={16} strokeWidth={1.75} aria-hidden />
              <Cmdk.Input
                className={styles.input}
                placeholder={words('command.what-to-do')}
                value={typed}
                onValueChange={setTyped}
              />
            </div>
            <Cmdk.List className={styles.list} label={words('command.palette')}>
              <Cmdk.Empty className={styles.empty}>{words('command.nothing-found')}</Cmdk.Empty>
              {/* What is looked for is sorted by how well it matches, which cmdk does within a group only. */}
              {typed.trim() === ''
                ? menuIds.map(menu => (
                    <Cmdk.Group key={menu} heading={words(menuTitles[menu])} className={styles.group}>
                      {offered
                        .filter(({ place }) => place.menu === menu)
                        .map(command => (
                          <Item key={command.id} {...{ command, context, choose }} />
                        ))}
                    </Cmdk.Group>
                  ))
                : offered.map(command => <Item key={command.id} {...{ command, context, choose }} />)}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** All but what is open already. */
const offered = commands.filter(({ id }) => id !== 'help.palette');

interface ItemProps {
  readonly command: Command;
  readonly context: CommandContext;
  readonly choose: (command: Command) => void;
}

function Item({ command, context, choose }: ItemProps) {
  const words = useWords();
  const whether = whetherPossible(command, context);
  const [keys] = command.keys ?? [];
  const { submenu } = command.place;
  const Icon = command.icon;
  return (
    <Cmdk.Item
      value={command.id}
      keywords={searchedIn(command)}
      disabled={!whether.ok}
      onSelect={() => choose(command)}
      className={styles.item}
    >
      <span className={styles.icon}>{Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}</span>
      <span className={styles.words}>
        {submenu && <span className={styles.of}>{words(submenuTitles[submenu])} › </span>}
        {words(labelOf(command, context))}
        {!whether.ok && <small className={styles.reason}>{words(whether.reason)}</small>}
        {whether.ok && command.summary && <small className={styles.reason}>{words(command.summary)}</small>}
      </span>
      {keys !== undefined && (
        <span aria-hidden>
          <Keys keys={keys} />
        </span>
      )}
    </Cmdk.Item>
  );
}

/** The first two are what it is called. */
const match = (_id: string, typed: string, [en = '', zh = '', ...more]: string[] = []): number =>
  matchWords(typed, [en, zh], more);

/** Whichever language the page speaks: people search in both. */
function searchedIn({ label, keywords, summary, place }: Command): string[] {
  const texts: readonly (Text | undefined)[] = [
    label,
    place.submenu && submenuTitles[place.submenu],
    menuTitles[place.menu],
    keywords,
    summary,
  ];
  return texts.flatMap(text => (text ? [text.en, text.zh] : []));
}
