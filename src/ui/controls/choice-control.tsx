import { Check, ChevronDown } from 'lucide-react';
import { Select, ToggleGroup } from 'radix-ui';
import type { Text } from '../../language/text.ts';
import { useWords } from '../language/words.ts';
import styles from './choice.module.css';
import { keepPlainKeys } from './keep-plain-keys.ts';

interface ChoiceControlProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly choices: Readonly<Record<string, Text | string>>;
  readonly value: string;
  readonly set: (value: string) => void;
}

/** Letters that fit beside one another in a row of the inspector. */
const mostLetters = 18;

/** One of several words: beside one another where they fit, otherwise in a list. */
export function ChoiceControl(props: ChoiceControlProps) {
  const words = useWords();
  const said = (name: Text | string) => (typeof name === 'string' ? name : words(name));
  const choices = Object.entries(props.choices).map(([name, text]) => ({ name, text: said(text) }));
  const letters = choices.reduce((sum, { text }) => sum + text.length, 0);
  return letters <= mostLetters ? (
    <Segments {...props} choices={choices} />
  ) : (
    <List {...props} choices={choices} />
  );
}

type Choices = readonly { readonly name: string; readonly text: string }[];
type PartProps = Omit<ChoiceControlProps, 'choices'> & { readonly choices: Choices };

export const Segments = ({ label, hint, choices, value, set }: PartProps) => (
  <ToggleGroup.Root
    type="single"
    className={`${styles.segments} nodrag`}
    aria-label={label}
    aria-description={hint}
    value={value}
    // The one that is chosen stays chosen.
    onValueChange={chosen => chosen !== '' && set(chosen)}
    onKeyDown={keepPlainKeys}
  >
    {choices.map(({ name, text }) => (
      <ToggleGroup.Item key={name} value={name} className={styles.segment}>
        {text}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
);

export const List = ({ label, hint, choices, value, set }: PartProps) => (
  <Select.Root value={value} onValueChange={set}>
    <Select.Trigger className={`${styles.select} nodrag`} aria-label={label} aria-description={hint}>
      <span className={styles.selectValue}>
        <Select.Value />
      </span>
      <Select.Icon asChild>
        <ChevronDown size={14} strokeWidth={1.75} />
      </Select.Icon>
    </Select.Trigger>
    <Select.Portal>
      <Select.Content className={styles.list} position="popper" sideOffset={4} collisionPadding={8}>
        <Select.Viewport>
          {choices.map(({ name, text }) => (
            <Select.Item key={name} value={name} className={styles.item}>
              <Select.ItemText>{text}</Select.ItemText>
              <Select.ItemIndicator className={styles.itemMark}>
                <Check size={14} strokeWidth={2} />
              </Select.ItemIndicator>
            </Select.Item>
          ))}
        </Select.Viewport>
      </Select.Content>
    </Select.Portal>
  </Select.Root>
);
