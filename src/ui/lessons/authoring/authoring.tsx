/** A lesson that is being written, where a lesson is read: its words, and each page with what it shows and asks. */
import { PenLine, Play, Share2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { emptyDocument } from '../../../graph/document.ts';
import type { LessonPage } from '../../../graph/lesson/lesson.ts';
import { readLesson } from '../../../graph/lesson/lesson-file.ts';
import { own } from '../../../graph/own.ts';
import buttons from '../../controls/buttons.module.css';
import { chooseFiles } from '../../documents/choose-files.ts';
import { useWords } from '../../language/words.ts';
import { refuse } from '../../state/notices.ts';
import { Beacons } from '../beacons.tsx';
import frame from '../lesson-panel.module.css';
import { LessonPanel } from '../lesson-panel.tsx';
import { useLesson } from '../lesson-state.ts';
import styles from './authoring.module.css';
import { beginDraft, changeDraft, dropField, setPage, useDraft, writeOn } from './draft-state.ts';
import fields from './fields.module.css';
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
    <LessonPanel
      icon={PenLine}
      label={words('lesson.write.region')}
      heading={<LanguageOfWords />}
      more={{
        label: words('lesson.write.more'),
        choices: [
          { label: words('lesson.write.new'), run: beginDraft },
          { label: words('lesson.write.open'), run: () => void openDraft() },
        ],
      }}
      close={{ label: words('lesson.write.close'), run: () => useLesson.setState({ isWriting: false }) }}
      className={styles.authoring}
    >
      <div className={`${frame.scroll} ${styles.body}`}>
        <LessonFields />
        <PageStrip />
        {page && <PageFields page={page} />}
      </div>
      <footer className={frame.footer}>
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
    </LessonPanel>
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
      <div className={fields.field}>
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

async function openDraft(): Promise<void> {
  const [file] = await chooseFiles({ accept: '.json,application/json', multiple: false });
  const read = file && readLesson(await file.text());
  if (read?.ok) writeOn(read.value.lesson);
  else if (read) refuse(read.reason);
}
