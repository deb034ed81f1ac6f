/** A titled rectangle behind the nodes that belong together. Its title moves it, with all that lies in it. */
import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo, useState } from 'react';
import { longestFrameTitle } from '../../../graph/annotations.ts';
import type { Frame, FrameId } from '../../../graph/document.ts';
import { message } from '../../../language/message.ts';
import { useWords } from '../../language/words.ts';
import { act } from '../../state/editor.ts';
import { focusCanvas } from '../flow.ts';
import type { FlowFrame } from '../flow-graph.ts';
import { thingOf } from '../flow-id.ts';
import styles from './annotations.module.css';
import { ColourChoice } from './colour-choice.tsx';
import { resizeThing } from './resize-thing.ts';
import { closeWriting, startWriting, useWriting } from './writing.ts';

export const FrameView = memo(function FrameView({ id, data: { frame }, selected }: NodeProps<FlowFrame>) {
  const words = useWords();
  const isWriting = useWriting(({ at }) => at === id);
  const name = thingOf(id).id;
  const change = (changes: Partial<Frame>) => changeFrame(name, changes);
  return (
    <section className={styles.frame} data-colour={frame.colour} data-selected={selected}>
      <NodeResizer
        isVisible={selected}
        minWidth={120}
        minHeight={80}
        handleClassName={styles.resizeHandle ?? ''}
        lineClassName={styles.resizeLine ?? ''}
        {...resizeThing({ type: 'frame', id: name })}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter on the frame does the same */}
      <header className={`frame-handle ${styles.frameHeader}`} onDoubleClick={() => startWriting(id)}>
        {isWriting ? (
          <FrameTitle title={frame.title} id={id} name={name} />
        ) : (
          <span className={styles.frameTitle}>{frame.title || words('canvas.frame-untitled')}</span>
        )}
        {selected && <ColourChoice chosen={frame.colour} choose={colour => change({ colour })} />}
      </header>
    </section>
  );
});

interface FrameTitleProps {
  readonly title: string;
  readonly id: string;
  readonly name: FrameId;
}

function FrameTitle({ title: before, id, name }: FrameTitleProps) {
  const words = useWords();
  const [title, setTitle] = useState(before);
  const keep = () => {
    closeWriting(id);
    if (title !== before) changeFrame(name, { title });
  };
  return (
    <input
      className={`nodrag ${styles.frameInput}`}
      aria-label={words('canvas.frame-title')}
      value={title}
      maxLength={longestFrameTitle}
      // biome-ignore lint/a11y/noAutofocus: it is there because the person asked to write in it
      autoFocus
      onFocus={event => event.currentTarget.select()}
      onChange={event => setTitle(event.target.value)}
      onBlur={keep}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key === 'Escape') closeWriting(id);
        else if (event.key === 'Enter') keep();
        else return;
        focusCanvas(id);
      }}
    />
  );
}

function changeFrame(id: FrameId, changes: Partial<Frame>): void {
  const label = message('title' in changes ? 'canvas.rename-frame' : 'canvas.colour');
  act([{ type: 'change-frame', id, changes }], { label });
}
