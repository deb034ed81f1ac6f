/**
 * The mask that is being painted. What is on the canvas is there at once; what the document is told follows, one
 * deed after another, each a step. When the document names another mask than the last that it was told (a step
 * taken back), the canvas shows that.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { useStored } from '../controls/set-parameter.ts';
import { redo, undo, useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { emptyPlane, type Plane } from './brush.ts';
import { keepMask, keptMask, type MaskDeed } from './keep-mask.ts';

export interface MaskAtHand {
  /** A stroke changes it in place; whatever else makes another. */
  readonly plane: Plane;
  /** What is on the plane now becomes the document's mask. */
  keep(deed: MaskDeed, plane?: Plane): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
}

export function useMask(node: NodeId, width: number, height: number): MaskAtHand {
  const [plane, setPlane] = useState(() => emptyPlane(width, height));
  const stored = useStored(node, 'painted');
  const told = useRef<unknown>('none');
  const deeds = useRef<Promise<void>>(Promise.resolve());
  const steps = useSteps();

  const show = useCallback(
    async (reference: unknown) => {
      const found =
        typeof reference === 'string' && reference !== 'none'
          ? await keptMask(reference, { width, height })
          : undefined;
      if (found?.ok === false) refuse(found.reason);
      setPlane((found?.ok && found.value) || emptyPlane(width, height));
    },
    [width, height],
  );

  useEffect(() => {
    const now = stored ?? 'none';
    if (now === told.current) return;
    told.current = now;
    void show(now);
  }, [stored, show]);

  const keep = (deed: MaskDeed, changed: Plane = plane) => {
    if (changed !== plane) setPlane(changed);
    const snapshot = { ...changed, data: changed.data.slice() };
    deeds.current = deeds.current.then(async () => {
      const before = told.current;
      const done = await keepMask(node, snapshot, deed, reference => {
        told.current = reference;
      });
      if (done.ok) return;
      refuse(done.reason);
      told.current = before;
      await show(before);
    });
  };

  // In their turn: a stroke may not have become a step yet.
  const after = (act: () => void) => {
    deeds.current = deeds.current.then(act);
  };
  return {
    plane,
    keep,
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    undo: () => after(() => steps.mayUndo() && undo()),
    redo: () => after(() => steps.mayRedo() && redo()),
  };
}

/** Steps that were done since the brush was opened; what was done before is not undone from here. */
function useSteps() {
  const opened = useRef(useEditor.getState().history.past.length);
  const furthest = useRef(opened.current);
  const past = useEditor(({ history }) => history.past.length);
  const future = useEditor(({ history }) => history.future.length);
  furthest.current = Math.max(furthest.current, past);
  const mayUndo = () => useEditor.getState().history.past.length > opened.current;
  const mayRedo = () => {
    const { history } = useEditor.getState();
    return history.future.length > 0 && history.past.length < furthest.current;
  };
  return {
    canUndo: past > opened.current,
    canRedo: future > 0 && past < furthest.current,
    mayUndo,
    mayRedo,
  };
}
