/** A lesson that is being written, where a lesson is read: its words, and each page with what it shows and asks. */
import { Ellipsis, PenLine, Play, Share2, X } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { lazy, type ReactNode, Suspense } from 'react';
import { emptyDocument } from '../../../graph/document.ts';
import type { LessonPage } from '../../../graph/lesson/lesson.ts';
import { readLesson } from '../../../graph/lesson/lesson-file.ts';
import { own } from '../../../graph/own.ts';
import menu from '../../commands/menu.module.css';
import buttons from '../../controls/buttons.module.css';
import { IconButton } from '../../controls/icon-button.tsx';
import { chooseFiles } from '../../documents/choose-files.ts';
import { useWords } from '../../language/words.ts';
import { refuse } from '../../state/notices.ts';
import { Beacons } from '../beacons.tsx';
import { useLesson } from '../lesson-state.ts';
import styles from './authoring.module.css';
import { beginDraft, changeDraft, dropField, setPage, useDraft, writeOn } from './draft-state.ts';
import { GraphFields } from './graph-fields.tsx';
import { NumberField } from './number-field.tsx';
import { PageStrip } from './page-strip.tsx';
import { PredictionFields } from './prediction-fields.tsx';
import { preview } from './preview.ts';
import { LanguageOfWords, SaidField } from './said-field.tsx';
import { ShownFields } from './shown-fields.tsx';
import { TaskRows } from './task-rows.tsx';

const ShareLesson = lazy(async () => ({ default: (await import('./share-lesson.tsx')).ShareLesson }));

export function Authoring() {
  const words = useWords();
  const page = useDraft(({ lesson, at }) => lesson.pages[at]);
  const isSharing = useDraft(state => state.isSharing);
  return (
    <aside className={styles.authoring} data-region="lesson" aria-label={words('lesson.write.region')}>
      <header className={styles.header}>
        <PenLine size={16} strokeWidth={1.75} aria-hidden />
        <LanguageOfWords />
        <More />
        <IconButton
          icon={X}
          label={words('lesson.write.close')}
          onClick={() => useLesson.setState({ isWriting: false })}
        />
      </header>
      <div className={styles.body}>
        <LessonFields />
        <PageStrip />
        {page && <PageFields page={page} />}
      </div>
      <footer className={styles.footer}>
        <button type="button" className={buttons.button} onClick={() => void preview()}>
          <Play size={14} strokeWidth={1.75} aria-hidden />
          {words('lesson.write.preview')}
        </button>
        <button
          type="button"
          className={buttons.primary}
          onClick={() => useDraft.setState({ isSharing: true })}
        >
          <Share2 size={14} strokeWidth={1.75} aria-hidden />
          {words('lesson.write.share')}
        </button>
      </footer>
      {page?.point && <Beacons pointers={page.point} />}
      <Suspense>{isSharing && <ShareLesson />}</Suspense>
    </aside>
  );
}

function LessonFields() {
  const words = useWords();
  const title = useDraft(({ lesson }) => lesson.title);
  const summary = useDraft(({ lesson }) => lesson.summary);
  const minutes = useDraft(({ lesson }) => lesson.minutes);
  return (
    <>
      <SaidField
        label={words('lesson.write.title')}
        said={title}
        set={said => changeDraft(lesson => ({ ...lesson, title: said }))}
        most={200}
      />
      <SaidField
        label={words('lesson.write.summary')}
        said={summary}
        set={said => changeDraft(lesson => ({ ...lesson, summary: said }))}
        most={1_000}
        rows={2}
      />
      <NumberField
        label={words('lesson.write.minutes')}
        value={minutes}
        set={value =>
          value !== undefined &&
          changeDraft(lesson => ({ ...lesson, minutes: Math.min(600, Math.max(1, Math.round(value))) }))
        }
      />
    </>
  );
}

function PageFields({ page }: { readonly page: LessonPage }) {
  const words = useWords();
  const graph = useDraft(({ lesson }) => own(lesson.graphs, page.graph ?? '')) ?? emptyDocument;
  const { title, text, formula = '' } = page;
  return (
    <>
      <SaidField
        label={words('lesson.write.page-title')}
        said={title}
        set={said => setPage({ title: said })}
        most={200}
      />
      <SaidField
        label={words('lesson.write.text')}
        hint={words('lesson.write.text-hint')}
        said={text}
        set={said => setPage({ text: said })}
        most={8_000}
        rows={6}
      />
      <div className={styles.field}>
        <span aria-hidden>{words('lesson.write.formula')}</span>
        <input
          aria-label={words('lesson.write.formula')}
          value={formula}
          maxLength={2_000}
          spellCheck={false}
          onChange={({ target: { value } }) =>
            value === '' ? dropField('formula') : setPage({ formula: value })
          }
        />
      </div>
      <Part title={words('lesson.write.graph')}>
        <GraphFields />
      </Part>
      <Part title={words('lesson.write.shows')}>
        <ShownFields page={page} graph={graph} />
      </Part>
      <Part title={words('lesson.predict')}>
        <PredictionFields page={page} graph={graph} />
      </Part>
      <Part title={words('lesson.write.tasks')}>
        <TaskRows page={page} graph={graph} />
      </Part>
    </>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles.part} aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

function More() {
  const words = useWords();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton icon={Ellipsis} label={words('lesson.write.more')} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu.menu} align="end">
          <DropdownMenu.Item className={menu.item} onSelect={beginDraft}>
            {words('lesson.write.new')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={menu.item} onSelect={() => void openDraft()}>
            {words('lesson.write.open')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

async function openDraft(): Promise<void> {
  const [file] = await chooseFiles({ accept: '.json,application/json', multiple: false });
  const read = file && readLesson(await file.text());
  if (read?.ok) writeOn(read.value.lesson);
  else if (read) refuse(read.reason);
}
