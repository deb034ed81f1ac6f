/** A lesson that is written, as a link and as a file; or what is missing before it can be. */
import { Save, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { finished } from '../../../graph/lesson/draft.ts';
import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { writeLesson } from '../../../graph/lesson/lesson-file.ts';
import { writeLessonLink } from '../../../graph/lesson/lesson-link.ts';
import { type LessonProblem, problemsOfLesson } from '../../../graph/lesson/lesson-problems.ts';
import { linkAdvice } from '../../../graph/share/link.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { Dialog } from '../../commands/dialog.tsx';
import buttons from '../../controls/buttons.module.css';
import { askForPlace, writeFile } from '../../documents/save-file.ts';
import { useWords, wordsIn } from '../../language/words.ts';
import { CopyField } from '../../share/copy-field.tsx';
import share from '../../share/share.module.css';
import { note, refuse } from '../../state/notices.ts';
import { useSettings } from '../../state/settings.ts';
import { here } from '../lesson-address.ts';
import { turnDraft, useDraft } from './draft-state.ts';
import fields from './fields.module.css';
import styles from './share-lesson.module.css';

const close = () => useDraft.setState({ isSharing: false });

export function ShareLesson() {
  const words = useWords();
  const draft = useDraft(state => state.lesson);
  const lesson = useMemo(() => finished(draft), [draft]);
  const problems = problemsOfLesson(lesson, nodeKinds);
  return (
    <Dialog title={words('lesson.write.sharing')} about={words('lesson.write.sharing-about')} onClose={close}>
      <div className={styles.sharing}>
        {problems.length === 0 ? <Ways lesson={lesson} /> : <Missing problems={problems} />}
      </div>
    </Dialog>
  );
}

function Ways({ lesson }: { readonly lesson: Lesson }) {
  const words = useWords();
  const link = useMemo(() => `${here()}#${writeLessonLink(lesson)}`, [lesson]);
  const advice = linkAdvice(link.length);
  return (
    <>
      <CopyField label={words('lesson.write.link')} text={link} />
      <p className={share.advice} data-warns={advice !== undefined} role="status">
        {advice && <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />}
        {words(advice ?? message('sharing.link-length', { length: link.length }))}
      </p>
      <button type="button" className={buttons.button} onClick={() => void save(lesson)}>
        <Save size={14} strokeWidth={1.75} aria-hidden />
        {words('lesson.write.save')}
      </button>
    </>
  );
}

async function save(lesson: Lesson): Promise<void> {
  const words = wordsIn(useSettings.getState().language);
  const place = await askForPlace(`${lesson.id}.gramarye-lesson.json`, {
    type: 'application/json',
    endings: ['.json'],
    description: words('lesson.write.file-kind'),
  });
  if (place.type === 'nowhere') return;
  const written = await writeFile(place, new Blob([writeLesson(lesson)], { type: 'application/json' }));
  if (written.ok) note(message('lesson.write.saved', { name: written.value }));
  else refuse(written.reason);
}

function Missing({ problems }: { readonly problems: readonly LessonProblem[] }) {
  const words = useWords();
  const show = (page: number) => {
    turnDraft(page);
    close();
  };
  return (
    <>
      <p className={fields.warning} role="status">
        <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
        {words('lesson.write.not-yet', { count: problems.length })}
      </p>
      <ul className={styles.missing}>
        {problems.map(({ page = -1, reason }) => (
          <li key={`${page} ${words(reason)}`}>
            {page < 0 ? (
              words(reason)
            ) : (
              <button type="button" className={buttons.link} onClick={() => show(page)}>
                {words('lesson.write.on-page', { page: page + 1, reason: words(reason) })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
