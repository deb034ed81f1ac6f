import type { Text } from '../../../language/text.ts';
import { Marked } from '../../inspector/marked.tsx';
import { useWords } from '../../language/words.ts';
import { useDraft } from './draft-state.ts';
import fields from './fields.module.css';
import styles from './languages.module.css';

interface SaidFieldProps {
  readonly label: string;
  readonly said: Text;
  readonly set: (said: Text) => void;
  readonly most: number;
  /** Lines; a field of one line without it. */
  readonly rows?: number;
  readonly hint?: string;
  /** Where it stands says what it is: the label is for screen readers alone. */
  readonly isUnlabelled?: true;
}

/** Words of the lesson, in the language that is being written; what is said in the other stands there faintly. */
export function SaidField({ label, said, set, most, rows, hint, isUnlabelled }: SaidFieldProps) {
  const language = useDraft(state => state.language);
  const other = said[language === 'en' ? 'zh' : 'en'];
  const field = {
    value: said[language],
    maxLength: most,
    lang: language,
    placeholder: other || label,
    'aria-label': label,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      set({ ...said, [language]: target.value }),
  };
  return (
    <div className={fields.field}>
      {!isUnlabelled && <span aria-hidden>{label}</span>}
      {rows === undefined ? <input {...field} /> : <textarea {...field} rows={rows} />}
      {hint && (
        <small>
          <Marked text={hint} />
        </small>
      )}
    </div>
  );
}

/** Which language's words are written. */
export function LanguageOfWords() {
  const words = useWords();
  const language = useDraft(state => state.language);
  return (
    <fieldset className={styles.languages} aria-label={words('lesson.write.language')}>
      {(['en', 'zh'] as const).map(one => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          onClick={() => useDraft.setState({ language: one })}
        >
          {{ en: 'English', zh: '中文' }[one]}
        </button>
      ))}
    </fieldset>
  );
}
