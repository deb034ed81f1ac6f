/** A lesson beside the canvas: its page, what it asks, and the way to the next. */
import { ArrowLeft, ArrowRight, Check, GraduationCap } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { graphAt } from '../../graph/lesson/lesson.ts';
import buttons from '../controls/buttons.module.css';
import { IconButton } from '../controls/icon-button.tsx';
import { GuideText } from '../help/guide-text.tsx';
import Formula from '../inspector/formula.tsx';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { Beacons } from './beacons.tsx';
import frame from './lesson-panel.module.css';
import { LessonPanel } from './lesson-panel.tsx';
import { type LessonProgress, nothingDone, type OpenLesson, useLesson, useProgress } from './lesson-state.ts';
import { isPageDone, isPredicted } from './page-done.ts';
import { beginAgain, leaveLesson, restorePage, turnTo } from './play-lesson.ts';
import styles from './player.module.css';
import { Predict } from './predict.tsx';
import said from './said.module.css';
import { Steps } from './steps.tsx';
import { Tasks } from './tasks.tsx';
import { useFocus } from './use-focus.ts';

export function Player() {
  const open = useLesson(state => state.open);
  const progress = useProgress(({ of }) => (open && of[open.lesson.id]) ?? nothingDone);
  return open ? <Page open={open} progress={progress} /> : null;
}

interface PageProps {
  readonly open: OpenLesson;
  readonly progress: LessonProgress;
}

function Page({ open, progress }: PageProps) {
  const words = useWords();
  const { lesson, page: at } = open;
  const page = lesson.pages[at];
  const id = useEditor(state => state.id);
  const isHere = progress.documents[graphAt(lesson, at) ?? ''] === id;
  const isReady = page !== undefined && isPredicted(page, progress, at);
  const isDone = page !== undefined && isPageDone(page, progress, at);
  useFocus(isHere ? page?.focus : undefined, `${lesson.id} ${at}`);
  const heading = useReadAloud(at);
  if (!page) return null;
  return (
    <LessonPanel
      icon={GraduationCap}
      label={words('lesson.region')}
      heading={<span className={styles.lesson}>{words(lesson.title)}</span>}
      more={{
        label: words('lesson.more'),
        choices: [
          { label: words('lesson.set-up-again'), run: restorePage },
          { label: words('lesson.begin-again'), run: () => void beginAgain() },
          { label: words('lesson.all'), run: () => useLesson.setState({ isGalleryOpen: true }) },
        ],
      }}
      close={{ label: words('lesson.leave'), run: () => void leaveLesson() }}
    >
      <Steps lesson={lesson} at={at} progress={progress} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <div key={at} className={`${frame.scroll} ${styles.page}`} tabIndex={0}>
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          {words(page.title)}
        </h2>
        <div className={`${said.said} ${styles.text}`}>
          <GuideText text={words(page.text)} />
        </div>
        {page.formula !== undefined && <Formula tex={page.formula} label={words(page.title)} />}
        {page.predict && <Predict predict={page.predict} answer={progress.answers[at]} isDone={isDone} />}
        {page.tasks && isReady && <Tasks tasks={page.tasks} done={progress.tasks[at] ?? 0} isHere={isHere} />}
        {page.tasks && !isReady && <p className={styles.later}>{words('lesson.predict-first')}</p>}
        {!isHere && <Elsewhere at={at} />}
      </div>
      <Turning open={open} isDone={isDone} progress={progress} />
      {isHere && page.point && <Beacons key={`${lesson.id} ${at}`} pointers={page.point} />}
    </LessonPanel>
  );
}

/** Another page is read from its heading on, by whoever cannot see it turn. */
function useReadAloud(at: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current !== at) heading.current?.focus({ preventScroll: true });
    before.current = at;
  }, [at]);
  return heading;
}

function Elsewhere({ at }: { readonly at: number }) {
  const words = useWords();
  return (
    <p className={styles.elsewhere} role="status">
      {words('lesson.elsewhere')}
      <button
        type="button"
        className={`${buttons.button} ${buttons.small} ${styles.show}`}
        onClick={() => void turnTo(at)}
      >
        {words('lesson.show-graph')}
      </button>
    </p>
  );
}

interface TurningProps extends PageProps {
  readonly isDone: boolean;
}

function Turning({ open: { lesson, page: at }, isDone, progress }: TurningProps) {
  const words = useWords();
  const isLast = at === lesson.pages.length - 1;
  const asks = Boolean(lesson.pages[at]?.tasks || lesson.pages[at]?.predict);
  const isWhole = progress.done.length === lesson.pages.length;
  return (
    <footer className={`${frame.footer} ${styles.footer}`}>
      <IconButton
        icon={ArrowLeft}
        label={words('lesson.back')}
        side="top"
        aria-disabled={at === 0}
        onClick={() => at > 0 && void turnTo(at - 1)}
      />
      <p className={styles.state} role="status">
        {isDone && asks && (
          <>
            <Check size={14} strokeWidth={2.25} aria-hidden />
            {words(isLast && isWhole ? 'lesson.finished' : 'lesson.page-done')}
          </>
        )}
      </p>
      {isLast ? (
        <button type="button" className={styles.next} data-ready={isDone} onClick={() => void leaveLesson()}>
          {words('lesson.finish')}
        </button>
      ) : (
        <button type="button" className={styles.next} data-ready={isDone} onClick={() => void turnTo(at + 1)}>
          {words(isDone ? 'lesson.next' : 'lesson.skip')}
          <ArrowRight size={14} strokeWidth={2} aria-hidden />
        </button>
      )}
    </footer>
  );
}
