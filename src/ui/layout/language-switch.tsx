import { ToggleGroup } from 'radix-ui';
import { useWords } from '../language/words.ts';
import { changeSettings } from '../state/settings.ts';
import styles from './switch.module.css';

/** English and Chinese, side by side, each in its own name. */
export function LanguageSwitch() {
  const words = useWords();
  return (
    <ToggleGroup.Root
      type="single"
      className={styles.switch}
      aria-label={words('editor.language')}
      value={words.language}
      onValueChange={value => {
        if (value === 'en' || value === 'zh') changeSettings({ language: value });
      }}
    >
      <ToggleGroup.Item value="en" className={styles.choice} aria-label="English" lang="en">
        EN
      </ToggleGroup.Item>
      <ToggleGroup.Item value="zh" className={styles.choice} aria-label="中文" lang="zh-CN">
        中文
      </ToggleGroup.Item>
    </ToggleGroup.Root>
  );
}
