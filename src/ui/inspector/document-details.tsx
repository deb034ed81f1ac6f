import { Layers, MousePointer2, SlidersHorizontal } from 'lucide-react';
import { message } from '../../language/message.ts';
import { useWords } from '../language/words.ts';
import { useLesson } from '../lessons/lesson-state.ts';
import { act, useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { usePainting } from '../state/painting.ts';
import styles from './inspector.module.css';
import { ProblemNote } from './problems.tsx';
import { Section } from './section.tsx';
import { TitleField } from './title-field.tsx';

const hints = [
  { Icon: MousePointer2, text: 'inspector.hint-select' },
  { Icon: SlidersHorizontal, text: 'inspector.hint-weight' },
  { Icon: Layers, text: 'inspector.hint-layers' },
] as const;

/** Nothing is selected: the document as a whole, and what one might do with it. */
export function DocumentDetails() {
  const words = useWords();
  // A lesson says itself what to do.
  const isInLesson = useLesson(({ open }) => open !== undefined);
  const title = useEditor(({ history }) => history.document.title);
  const nodes = useEditor(({ history }) => Object.keys(history.document.nodes).length);
  const wires = useEditor(({ history }) => Object.keys(history.document.edges).length);
  const rename = (named: string) => {
    const label = message('inspector.rename', { what: title || words('editor.untitled') });
    const done = act([{ type: 'rename-document', title: named }], { label });
    if (!done.ok) refuse(done.reason);
  };
  return (
    <div className={styles.inspector}>
      <header>
        <TitleField
          label={words('inspector.title')}
          title={title}
          usual={words('editor.untitled')}
          rename={rename}
        />
        <p className={styles.summary}>{words('inspector.counts', { nodes, wires })}</p>
      </header>
      <ProblemsOfNoNode />
      {!isInLesson && <Hints />}
    </div>
  );
}

function Hints() {
  const words = useWords();
  return (
    <ul className={styles.hints}>
      {hints.map(({ Icon, text }) => (
        <li key={text}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
          <span>{words(text)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Of the document as a whole: no node could say them. */
function ProblemsOfNoNode() {
  const words = useWords();
  const problems = usePainting(state => state.problems);
  const homeless = problems.filter(({ node }) => node === undefined);
  if (homeless.length === 0) return null;
  return (
    <Section title={words('inspector.problems')}>
      {homeless.map(problem => (
        <ProblemNote key={words(problem.reason)} problem={problem} />
      ))}
    </Section>
  );
}
