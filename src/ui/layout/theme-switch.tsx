import { ToggleGroup } from 'radix-ui';
import { runCommand } from '../commands/run-command.ts';
import { themeCommands } from '../commands/view/theme.ts';
import { useWords } from '../language/words.ts';
import { useSettings } from '../state/settings.ts';
import styles from './switch.module.css';

/** Dark, light, or as the system has it. */
export function ThemeSwitch() {
  const words = useWords();
  const theme = useSettings(state => state.theme);
  return (
    <ToggleGroup.Root
      type="single"
      className={styles.switch}
      aria-label={words('layout.theme')}
      value={`view.theme-${theme}`}
      onValueChange={chosen => {
        const command = themeCommands.find(({ id }) => id === chosen);
        if (command) void runCommand(command);
      }}
    >
      {themeCommands.map(({ id, label, icon: Icon }) => (
        <ToggleGroup.Item
          key={id}
          value={id}
          className={styles.choice}
          aria-label={words(label)}
          title={words(label)}
        >
          {Icon && <Icon size={14} strokeWidth={1.75} aria-hidden />}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
