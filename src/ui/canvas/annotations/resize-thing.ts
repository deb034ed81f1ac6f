import type { ResizeParams } from '@xyflow/react';
import type { Edit } from '../../../graph/edit.ts';
import type { Thing } from '../../../graph/gestures/thing.ts';
import { message } from '../../../language/message.ts';
import { act, endGesture } from '../../state/editor.ts';

let resizes = 0;

/** What a resizer is to call while a frame or a note is drawn larger: one gesture, one step. */
export function resizeThing({ type, id }: Thing & { readonly type: string }) {
  const merge = () => `resize ${type} ${id} ${resizes}`;
  return {
    onResizeStart: () => {
      resizes++;
    },
    onResize: (_: unknown, { x, y, width, height }: ResizeParams) => {
      const changes = {
        position: { x: Math.round(x), y: Math.round(y) },
        size: { width: Math.round(width), height: Math.round(height) },
      };
      const edit: Edit =
        type === 'frame' ? { type: 'change-frame', id, changes } : { type: 'change-note', id, changes };
      act([edit], { label: message('canvas.resize'), merge: merge() });
    },
    onResizeEnd: endGesture,
  };
}
