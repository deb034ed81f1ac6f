/** All lessons: what each is about, how long it takes, how far one has come. */
import { Clock, FolderOpen, Link, PenLine } from 'lucide-react';
import type { CSSProperties } from 'react';
import { message } from '../../language/message.ts';
import { Dialog } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { note } from '../state/notices.ts';
import styles from './gallery.module.css';
import { linkToLesson } from './lesson-address.ts';
import { nothingDone, useLesson, useProgress } from './lesson-state.ts';
import { openLessonFile } from './open-lesson-file.ts';
import { type ShippedLesson, shippedLessons } from './shipped/index.ts';
import { coverOf } from './shipped/pictures.ts';
import { startLesson } from './start-lesson.ts';
import { startWriting } from './start-writing.ts';

const close = () => useLesson.setState({ isGalleryOpen: false });

export function Gallery() {
  const words = useWords();
  return (
    <Dialog title={words('lesson.gallery')} about={words('lesson.gallery-about')} onClose={close}>
      <ol className={styles.lessons} aria-label={words('lesson.gallery')}>
        {shippedLessons.map((lesson, at) => (
          <Card key={lesson.id} lesson={lesson} number={at + 1} />
        ))}
      </ol>
      <footer className={styles.footer}>
        <button type="button" className={buttons.button} onClick={() => void openLessonFile()}>
          <FolderOpen size={16} strokeWidth={1.75} aria-hidden />
          {words('lesson.open-file')}
        </button>
        <button type="button" className={buttons.button} onClick={startWriting}>
          <PenLine size={16} strokeWidth={1.75} aria-hidden />
          {words('lesson.write')}
        </button>
      </footer>
    </Dialog>
  );
}

function Card({ lesson, number }: { readonly lesson: ShippedLesson; readonly number: number }) {
  const words = useWords();
  const { id, title, summary, minutes, pages } = lesson;
  const cover = coverOf(id);
  const done = useProgress(({ of }) => (of[id] ?? nothingDone).done.length);
  const start = () => {
    close();
    void startLesson(id);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(linkToLesson(id));
    note(message('lesson.link-copied'));
  };
  return (
    <li className={styles.card} data-done={done === pages}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      {cover !== undefined && <img className={styles.cover} src={cover} alt="" loading="lazy" />}
      <button type="button" className={styles.open} onClick={start}>
        <strong>{words(title)}</strong>
        <span className={styles.summary}>{words(summary)}</span>
        <span className={styles.facts}>
          <Clock size={12} strokeWidth={1.75} aria-hidden />
          {words('lesson.minutes', { minutes })}
          <i className={styles.bar} style={{ '--share': done / pages } as CSSProperties} aria-hidden />
          {words('lesson.how-far', { done, pages })}
        </span>
      </button>
      <IconButton
        icon={Link}
        label={words('lesson.copy-link', { title })}
        side="left"
        onClick={() => void copy()}
      />
    </li>
  );
}
