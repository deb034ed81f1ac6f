/** The name of the page and of the open document, the menus, and the commands that are wanted most. */
import { Pause, Play, Search } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { CommandButton } from '../commands/command-button.tsx';
import { commandContext, watchContext } from '../commands/context.ts';
import { redo } from '../commands/edit/redo.ts';
import { undo } from '../commands/edit/undo.ts';
import { share } from '../commands/file/share.ts';
import { palette } from '../commands/help/palette.ts';
import { ariaKeys } from '../commands/keys.ts';
import { Keys } from '../commands/keys-view.tsx';
import { MenuBar } from '../commands/menu-bar.tsx';
import { MenuButton } from '../commands/menu-button.tsx';
import { play } from '../commands/run/play.ts';
import { progressNow } from '../commands/run/playing.ts';
import { runCommand } from '../commands/run-command.ts';
import { useWords } from '../language/words.ts';
import { DocumentTitle } from './document-title.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import styles from './top-bar.module.css';
import { useNarrow } from './use-narrow.ts';

export function TopBar() {
  const words = useWords();
  const isNarrow = useNarrow(800);
  return (
    <header className={styles.bar}>
      {isNarrow && <MenuButton />}
      <h1 className={styles.brand}>Gramarye</h1>
      {!isNarrow && <MenuBar />}
      <div className={styles.document}>
        <DocumentTitle />
      </div>
      <div className={styles.tools} role="toolbar" aria-label={words('layout.tools')}>
        <CommandButton command={undo} />
        <CommandButton command={redo} />
        <PlayButton />
        <CommandButton command={share} />
      </div>
      <PaletteButton isNarrow={isNarrow} />
      {!isNarrow && (
        <>
          <ThemeSwitch />
          <LanguageSwitch />
        </>
      )}
    </header>
  );
}

function PlayButton() {
  const progress = useSyncExternalStore(watchContext, () => progressNow(commandContext()));
  return <CommandButton command={play} icon={progress === 'playing' ? Pause : Play} />;
}

function PaletteButton({ isNarrow }: { readonly isNarrow: boolean }) {
  const words = useWords();
  const [keys = ''] = palette.keys ?? [];
  if (isNarrow) return <CommandButton command={palette} icon={Search} />;
  return (
    <button
      type="button"
      className={styles.palette}
      aria-keyshortcuts={ariaKeys(keys)}
      onClick={() => void runCommand(palette)}
    >
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <span className={styles.paletteLabel}>{words('command.search')}</span>
      <span aria-hidden>
        <Keys keys={keys} />
      </span>
    </button>
  );
}
