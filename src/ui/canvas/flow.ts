/** React Flow's own handle on the canvas, for whoever acts on it from outside: a menu, a key, the palette. */
import type { ReactFlowInstance } from '@xyflow/react';
import type { Position } from '../../graph/document.ts';
import type { FlowEdge, FlowThing } from './flow-graph.ts';

export type Flow = ReactFlowInstance<FlowThing, FlowEdge>;

let shown: Flow | undefined;

export const showFlow = (flow: Flow | undefined): void => {
  shown = flow;
};

/** Undefined until the canvas is shown. */
export const shownFlow = (): Flow | undefined => shown;

const canvasElement = (): Element | null => document.querySelector('.react-flow');

/** The element of a node, a frame or a note on the canvas. */
export const flowElement = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);

/** Where the pointer was last seen on the canvas, on the screen. */
let pointer: Position | undefined;

export const seePointer = (position: Position | undefined): void => {
  pointer = position;
};

/** The place on the screen that something new belongs to: under the pointer, else the middle of the canvas. */
export function placeAtHand(): Position {
  if (pointer) return pointer;
  const { left = 0, top = 0, width = 0, height = 0 } = canvasElement()?.getBoundingClientRect() ?? {};
  return { x: left + width / 2, y: top + height / 2 };
}

/**
 * Gives the canvas the keyboard, at a node where one is named. A node that was just added is drawn, measured and
 * only then shown; until it can take the focus, it is tried again with the next frames. Whoever went on to
 * something else meanwhile is left there.
 */
export function focusCanvas(id?: string, tries = 20): void {
  const element = (id !== undefined && flowElement(id)) || canvasElement();
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  const isThere = document.activeElement === element && (id === undefined || element === flowElement(id));
  if (isThere || tries <= 0) return;
  const held = document.activeElement;
  requestAnimationFrame(() => {
    if (document.activeElement === held || hasNobodyTheKeyboard()) focusCanvas(id, tries - 1);
  });
}

/** Whether it went with what had it. */
export const hasNobodyTheKeyboard = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;
