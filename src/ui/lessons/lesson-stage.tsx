/** The workspace, with the lesson beside it while one is open; and the gallery of lessons. */
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { type LessonLink, takeLessonLink } from './lesson-address.ts';
import frame from './lesson-panel.module.css';
import styles from './lesson-stage.module.css';
import { useLesson, useTab } from './lesson-state.ts';

const Player = lazy(async () => ({ default: (await import('./player.tsx')).Player }));
const Authoring = lazy(async () => ({ default: (await import('./authoring/authoring.tsx')).Authoring }));
const Gallery = lazy(async () => ({ default: (await import('./gallery.tsx')).Gallery }));

export function LessonStage({ children }: { readonly children: ReactNode }) {
  const isOpen = useLesson(({ open }) => open !== undefined);
  const isWriting = useLesson(state => state.isWriting) && !isOpen;
  const isGalleryOpen = useLesson(state => state.isGalleryOpen);
  useLessonLinks();
  return (
    <div className={styles.stage} data-lesson={isOpen || isWriting}>
      {isOpen && (
        <Suspense fallback={<div className={`${frame.panel} ${styles.coming}`} />}>
          <Player />
        </Suspense>
      )}
      {isWriting && (
        <Suspense fallback={<div className={`${frame.panel} ${styles.coming}`} />}>
          <Authoring />
        </Suspense>
      )}
      <div className={styles.workspace}>{children}</div>
      <Suspense>{isGalleryOpen && <Gallery />}</Suspense>
    </div>
  );
}

/** A lesson in the address, or the one that this tab had open before it was loaded again. */
function useLessonLinks(): void {
  useEffect(() => {
    const files = () => import('./open-lesson-file.ts');
    const openText = async (text: string) => (await files()).openLessonText(text);
    const start = async (id: string) => (await import('./start-lesson.ts')).startLesson(id);
    const open = async (link: LessonLink) => {
      if (link.type === 'shipped') await start(link.id);
      else await (await files()).openLessonLink(link.fragment);
    };
    const linked = takeLessonLink();
    const { lesson, text } = useTab.getState();
    if (linked) void open(linked);
    else if (text !== undefined) void openText(text);
    else if (lesson !== undefined) void start(lesson);
    const follow = () => {
      const link = takeLessonLink();
      if (link) void open(link);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
}
