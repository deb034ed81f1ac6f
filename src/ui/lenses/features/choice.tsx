import { ToggleGroup } from 'radix-ui';
import { keepPlainKeys } from '../../controls/keep-plain-keys.ts';
import styles from './choices.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly title: string }[];
  readonly value: Value;
  readonly choose: (value: Value) => void;
}

/** One of a few, side by side, with its label in front. */
export function Choice<Value extends string>({ label, choices, value, choose }: ChoiceProps<Value>) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <ToggleGroup.Root
        type="single"
        className={styles.group}
        aria-label={label}
        value={value}
        onValueChange={chosen => {
          const found = choices.find(choice => choice.value === chosen);
          if (found) choose(found.value);
        }}
        onKeyDown={keepPlainKeys}
      >
        {choices.map(choice => (
          <ToggleGroup.Item key={choice.value} value={choice.value} className={styles.item}>
            {choice.title}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  );
}
