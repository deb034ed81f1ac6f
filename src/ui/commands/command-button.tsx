import { Tooltip } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { useWords } from '../language/words.ts';
import { type Command, labelOf, whetherPossible } from './command.ts';
import styles from './command-button.module.css';
import { commandContext, watchContext } from './context.ts';
import { ariaKeys } from './keys.ts';
import { Keys } from './keys-view.tsx';
import { runCommand } from './run-command.ts';

interface CommandButtonProps {
  readonly command: Command;
  /** Shown in the place of the command's own, where that depends on how things are. */
  readonly icon?: Command['icon'];
}

/** A command as a button with an icon, whose tooltip says the keys, and why it cannot be pressed. */
export function CommandButton({ command, icon: Icon = command.icon }: CommandButtonProps) {
  const words = useWords();
  // Both are texts: it renders when what they say becomes another, however often a painting gets on.
  const label = useSyncExternalStore(watchContext, () => words(labelOf(command, commandContext())));
  const obstacle = useSyncExternalStore(watchContext, () => {
    const whether = whetherPossible(command, commandContext());
    return whether.ok ? undefined : words(whether.reason);
  });
  const [keys] = command.keys ?? [];
  return (
    <Tooltip.Provider delayDuration={450}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>
          <button
            type="button"
            className={styles.button}
            aria-label={label}
            aria-disabled={obstacle !== undefined}
            aria-keyshortcuts={keys && ariaKeys(keys)}
            onClick={() => void runCommand(command)}
          >
            {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
          </button>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className={styles.tip} sideOffset={6} collisionPadding={8}>
            <span>
              {label}
              {obstacle !== undefined && <span className={styles.obstacle}>{obstacle}</span>}
            </span>
            {keys !== undefined && <Keys keys={keys} />}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
