/** The pages of the draft: which one is written on, another, and where it stands. */
import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react';
import { addPage, movePage, removePage } from '../../../graph/lesson/draft.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { useWords } from '../../language/words.ts';
import { changeDraft, turnDraft, useDraft } from './draft-state.ts';
import styles from './page-strip.module.css';

const mostPages = 60;

export function PageStrip() {
  const words = useWords();
  const pages = useDraft(({ lesson }) => lesson.pages);
  const at = useDraft(state => state.at);
  const move = (by: number) => {
    if (at + by < 0 || at + by >= pages.length) return;
    changeDraft(lesson => movePage(lesson, at, by));
    turnDraft(at + by);
  };
  const add = () => {
    changeDraft(lesson => addPage(lesson, at));
    turnDraft(at + 1);
  };
  const remove = () => {
    changeDraft(lesson => removePage(lesson, at));
    turnDraft(Math.max(0, Math.min(at, pages.length - 2)));
  };
  return (
    <div className={styles.strip}>
      <nav className={styles.pages} aria-label={words('lesson.write.pages')}>
        {pages.map(({ title }, number) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            key={number}
            type="button"
            aria-current={number === at ? 'page' : undefined}
            aria-label={words('lesson.page', { number: number + 1, title: words(title) })}
            title={words(title)}
            onClick={() => turnDraft(number)}
          >
            {number + 1}
          </button>
        ))}
      </nav>
      {pages.length < mostPages && (
        <IconButton icon={Plus} label={words('lesson.write.add-page')} onClick={add} />
      )}
      <IconButton
        icon={ArrowLeft}
        label={words('lesson.write.page-up')}
        aria-disabled={at === 0}
        onClick={() => move(-1)}
      />
      <IconButton
        icon={ArrowRight}
        label={words('lesson.write.page-down')}
        aria-disabled={at === pages.length - 1}
        onClick={() => move(1)}
      />
      <IconButton
        icon={Trash2}
        label={words('lesson.write.remove-page')}
        aria-disabled={pages.length === 1}
        onClick={() => pages.length > 1 && remove()}
      />
    </div>
  );
}
