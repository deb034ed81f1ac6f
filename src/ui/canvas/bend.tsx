import type { KeyboardEvent } from 'react';
import type { Edge, EdgeId, Position } from '../../graph/document.ts';
import { targetKey, wireKey } from '../../graph/ends.ts';
import { message } from '../../language/message.ts';
import { useWords } from '../language/words.ts';
import { endGesture, select, useEditor, useLocked } from '../state/editor.ts';
import { announce } from './announce.tsx';
import { letGoOfBend, moveBend, takeBend } from './bend-drag.ts';
import { bendsOf, focusBend, leadWire, removeBend } from './bends.ts';
import styles from './canvas.module.css';
import { focusCanvas } from './flow.ts';
import { useZoom } from './use-zoom.ts';

interface BendsProps {
  readonly id: EdgeId;
  readonly edge: Edge;
}

/** The points that a wire is led through; there are none to take hold of in a graph that is locked. */
export function Bends({ id, edge: { from, to, via = [] } }: BendsProps) {
  const isLocked = useLocked();
  if (isLocked) return null;
  const wire = `${wireKey(from)} → ${targetKey(to)}`;
  return via.map((point, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a bend has no other name, and is dragged by its place
    <Bend key={i} id={id} wire={wire} index={i} count={via.length} point={point} />
  ));
}

interface BendProps {
  readonly id: EdgeId;
  /** What the wire is called. */
  readonly wire: string;
  readonly index: number;
  readonly count: number;
  readonly point: Position;
}

/** A bend: dragged to elsewhere or pushed by arrow keys, gone with a double click or Delete. */
function Bend({ id, wire, index, count, point }: BendProps) {
  const words = useWords();
  const zoom = useZoom();
  return (
    // As nodes are: a group that takes the keyboard, whose keys its description names.
    // biome-ignore lint/a11y/useSemanticElements: there is no fieldset in a drawing
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: nor is it a button, which would be pressed
    <g
      role="group"
      tabIndex={0}
      aria-label={words('canvas.bend', { at: index + 1, count, wire })}
      aria-description={words('canvas.how-bends')}
      className={styles.bend}
      data-bend={index}
      // As large to the hand at every zoom but the smallest.
      transform={`translate(${point.x} ${point.y}) scale(${1 / Math.max(zoom, 0.4)})`}
      onFocus={() => {
        if (!useEditor.getState().selection.edges.has(id)) select({ edges: new Set([id]) });
      }}
      onBlur={endGesture}
      onKeyDown={event => {
        if (!hear(event, id, index)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={event => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        takeBend(id, index, { x: event.clientX, y: event.clientY });
      }}
      onPointerMove={({ clientX, clientY }) => moveBend({ x: clientX, y: clientY })}
      onLostPointerCapture={letGoOfBend}
      onDoubleClick={event => {
        event.stopPropagation();
        removeBend(id, index);
      }}
    >
      <circle r="12" className={styles.bendTarget} />
      <circle r="5" />
    </g>
  );
}

const ways: Readonly<Record<string, Position>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** @returns whether the key was meant for the bend. */
function hear({ key, shiftKey }: KeyboardEvent, wire: EdgeId, index: number): boolean {
  const way = ways[key];
  if (way) {
    push(wire, index, way, shiftKey ? 40 : 8);
    return true;
  }
  if (key === 'Delete' || key === 'Backspace') {
    removeBend(wire, index);
    focusBend(wire, Math.min(index, bendsOf(wire).length - 1));
    return true;
  }
  if (key !== 'Escape') return false;
  select({});
  focusCanvas();
  return true;
}

function push(wire: EdgeId, index: number, way: Position, step: number): void {
  const bends = bendsOf(wire);
  const bend = bends[index];
  if (!bend) return;
  const at = { ...bend, x: bend.x + way.x * step, y: bend.y + way.y * step };
  if (!leadWire(wire, bends.with(index, at), `push bend ${wire} ${index}`)) return;
  announce(message('canvas.announce-bend', { x: Math.round(at.x), y: Math.round(at.y) }));
}
