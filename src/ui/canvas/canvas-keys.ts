/**
 * The keys that belong to the canvas itself: arrows walk the graph, Enter opens, Tab on the canvas searches for a
 * node. All others are commands and stand where those are declared.
 */
import type { KeyboardEvent } from 'react';
import { moveThings } from '../../graph/gestures/move.ts';
import type { Thing } from '../../graph/gestures/thing.ts';
import { message } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { openDocument } from '../state/editor.ts';
import { startWriting } from './annotations/writing.ts';
import { doEdits } from './do-edits.ts';
import { letGoOfWire } from './dragged-wire.ts';
import { focusCanvas } from './flow.ts';
import { flowId, thingOf } from './flow-id.ts';
import { focusInspector } from './focus-inspector.ts';
import { goToThing } from './go-to-thing.ts';
import { openNodeSearch } from './node-search/node-search-state.ts';
import { placedThings } from './placed-things.ts';
import { selectedThings, selectThings } from './selected-things.ts';
import { type Direction, firstThing, walk } from './walk.ts';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** After Escape, Tab leaves the canvas as it leaves everything else. */
let isLeaving = false;

export function onCanvasKey(event: KeyboardEvent): void {
  const at = whereIs(event);
  if (at === 'elsewhere' || event.defaultPrevented) return;
  const leaves = isLeaving;
  isLeaving = event.key === 'Escape';
  if (hear(event, at, leaves)) event.preventDefault();
}

/** What Tab leads to is what the next key is meant for. */
export function onCanvasKeyUp(event: KeyboardEvent): void {
  const at = whereIs(event);
  if (event.key !== 'Tab' || at === 'elsewhere' || at === 'canvas') return;
  const isSelected = selectedThings().some(({ type, id }) => type === at.type && id === at.id);
  if (!isSelected) selectThings([at]);
}

type Place = Thing | 'canvas';

/** @returns whether the key was meant for the canvas. */
function hear(event: KeyboardEvent, at: Place, leaves: boolean): boolean {
  const direction = arrows[event.key];
  if (direction) {
    if (event.ctrlKey || event.altKey) nudge(direction, event.shiftKey ? 40 : 8);
    else go(at, direction, event.shiftKey);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'Tab':
      if (at !== 'canvas' || event.shiftKey || leaves) return false;
      openNodeSearch();
      return true;
    case 'Enter':
      if (at === 'canvas') openNodeSearch();
      else open(at);
      return true;
    case 'Escape':
      letGoOfWire();
      selectThings([]);
      focusCanvas();
      return true;
    default:
      return false;
  }
}

/** What is inside of a node has keys of its own. */
function whereIs({ target, currentTarget }: KeyboardEvent): Place | 'elsewhere' {
  if (target === currentTarget) return 'canvas';
  if (!(target instanceof HTMLElement) || !target.classList.contains('react-flow__node')) return 'elsewhere';
  return thingOf(target.dataset.id ?? '');
}

function open(thing: Thing): void {
  const select = () => selectThings([thing]);
  if (thing.type === 'node') {
    focusInspector(select);
  } else {
    select();
    startWriting(flowId(thing));
  }
}

function go(at: Place, direction: Direction, extends_: boolean): void {
  const everything = placedThings();
  const [selected] = selectedThings();
  const from = at === 'canvas' ? selected : at;
  const next =
    at === 'canvas' ? (from ?? firstThing(everything)) : walk(openDocument(), everything, at, direction);
  if (next) goToThing(next, extends_ ? selectedThings() : []);
}

function nudge(direction: Direction, step: number): void {
  const by = {
    left: { x: -step, y: 0 },
    right: { x: step, y: 0 },
    up: { x: 0, y: -step },
    down: { x: 0, y: step },
  }[direction];
  const things = selectedThings();
  doEdits(success(moveThings(openDocument(), things, by)), {
    label: message('canvas.move'),
    merge: `nudge ${things.map(flowId).join(' ')}`,
  });
}
