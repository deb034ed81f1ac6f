/** What a context menu is opened on, found where the pointer is; it is selected on the way, as people expect. */
import { thingOf } from '../canvas/flow-id.ts';
import { select, useEditor } from '../state/editor.ts';
import type { Pointed } from './context.ts';

interface PointedEvent {
  readonly target: EventTarget;
  readonly clientX: number;
  readonly clientY: number;
}

export function pointedAt({ target, clientX, clientY }: PointedEvent): Pointed {
  const at = { x: clientX, y: clientY };
  if (!(target instanceof Element)) return { type: 'canvas', at };
  const wire = idOf(target, '.react-flow__edge');
  if (wire !== undefined) {
    const bend = target.closest<SVGElement>('[data-bend]')?.dataset.bend;
    if (bend !== undefined) return { type: 'bend', id: wire, index: Number(bend), at };
    return { type: 'wire', id: wire, at };
  }
  const thing = idOf(target, '.react-flow__node');
  return thing === undefined ? { type: 'canvas', at } : { ...thingOf(thing), at };
}

const idOf = (element: Element, selector: string): string | undefined =>
  element.closest<HTMLElement>(selector)?.dataset.id;

const selectedAs = { node: 'nodes', wire: 'edges', bend: 'edges', frame: 'frames', note: 'notes' } as const;

/** Selects what is pointed at, where it is not part of what is selected already. */
export function selectPointed(pointed: Pointed): void {
  if (pointed.type === 'canvas') return;
  const what = selectedAs[pointed.type];
  if (!useEditor.getState().selection[what].has(pointed.id)) select({ [what]: new Set([pointed.id]) });
}
