/** A note in Markdown, written where it stands. Its text comes from anywhere: no HTML, no pictures from elsewhere. */
import { type NodeProps, NodeResizer } from '@xyflow/react';
import { lazy, memo, Suspense, useState } from 'react';
import { longestNote } from '../../../graph/annotations.ts';
import { message } from '../../../language/message.ts';
import { useWords } from '../../language/words.ts';
import { act } from '../../state/editor.ts';
import { focusCanvas } from '../flow.ts';
import type { FlowNote } from '../flow-graph.ts';
import { thingOf } from '../flow-id.ts';
import styles from './annotations.module.css';
import { ColourChoice } from './colour-choice.tsx';
import { resizeThing } from './resize-thing.ts';
import { closeWriting, startWriting, useWriting } from './writing.ts';

const Markdown = lazy(() => import('./markdown.tsx'));

export const NoteView = memo(function NoteView({ id, data: { note }, selected }: NodeProps<FlowNote>) {
  const words = useWords();
  const isWriting = useWriting(({ at }) => at === id);
  const name = thingOf(id).id;
  return (
    <article className={styles.note} data-colour={note.colour ?? 'none'} data-selected={selected}>
      <NodeResizer
        isVisible={selected}
        minWidth={120}
        minHeight={64}
        handleClassName={styles.resizeHandle ?? ''}
        lineClassName={styles.resizeLine ?? ''}
        {...resizeThing({ type: 'note', id: name })}
      />
      {isWriting ? (
        <NoteText id={id} name={name} text={note.text} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter on the note does the same
        <div className={`nowheel ${styles.noteText}`} onDoubleClick={() => startWriting(id)}>
          <Suspense fallback={note.text}>
            {note.text ? (
              <Markdown text={note.text} />
            ) : (
              <p className={styles.emptyNote}>{words('canvas.empty-note')}</p>
            )}
          </Suspense>
        </div>
      )}
      {selected && !isWriting && (
        <ColourChoice
          chosen={note.colour}
          choose={colour =>
            act([{ type: 'change-note', id: name, changes: { colour } }], { label: message('canvas.colour') })
          }
        />
      )}
    </article>
  );
});

interface NoteTextProps {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

function NoteText({ id, name, text: before }: NoteTextProps) {
  const words = useWords();
  const [text, setText] = useState(before);
  const keep = () => {
    closeWriting(id);
    if (text === before) return;
    act([{ type: 'change-note', id: name, changes: { text } }], { label: message('canvas.edit-note') });
  };
  return (
    <textarea
      className={`nodrag nowheel ${styles.noteInput}`}
      aria-label={words('canvas.note-text')}
      value={text}
      maxLength={longestNote}
      // biome-ignore lint/a11y/noAutofocus: it is there because the person asked to write in it
      autoFocus
      onChange={event => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={event => {
        event.stopPropagation();
        // What was written is kept: an Escape that lost a paragraph would be no help.
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (!isDone) return;
        keep();
        focusCanvas(id);
      }}
    />
  );
}
