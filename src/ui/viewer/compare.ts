import { openDocument } from '../state/editor.ts';
import { imagesOf } from './viewed.ts';
import { type Other, useViewer, viewedOptimiser } from './viewer-state.ts';

/** Compares the picture that is shown with another, or ends that. */
export function toggleCompare(): void {
  useViewer.setState(({ other }) => ({ other: other ? undefined : firstOther(), showsOther: false }));
}

/** What most people want to see first: what they put aside, or what the painting started from, the content. */
function firstOther(): Other | undefined {
  const { pins, painted } = useViewer.getState();
  const [pin] = pins;
  if (pin) return { type: 'pin', id: pin.id };
  if (viewedOptimiser({ painted }, openDocument()) !== undefined) return { type: 'start' };
  const [node] = imagesOf(openDocument());
  return node === undefined ? undefined : { type: 'node', node };
}
