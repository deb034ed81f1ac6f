import { useEffect, useRef } from 'react';
import type { NodeId } from '../../graph/document.ts';
import type { Frame } from '../../runtime/host/protocol.ts';
import { useEditor } from '../state/editor.ts';
import { drawFrame, watchFrames } from './frames.ts';
import { shownNode } from './shown-node.ts';

interface FrameCanvasProps {
  readonly node: NodeId;
  /** The most pixels of the longer side that are of any use here. */
  readonly size: number;
  /** What a screen reader calls the picture. */
  readonly label: string;
  readonly className?: string | undefined;
  /** The layer, where a node has several to show. */
  readonly entry?: string | undefined;
}

/** The picture of a node, as new as the worker sends it. Frames go around React: nothing renders for them. */
export function FrameCanvas({ node, size, label, className, entry }: FrameCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useEditor(({ history }) => shownNode(history.document, node));
  useEffect(() => {
    const draw = (frame: Frame) => {
      if (!canvas.current || (entry !== undefined && frame.entry !== entry)) return;
      drawFrame(canvas.current, frame);
      // For what stands in its place until then.
      canvas.current.dataset.shown = 'true';
    };
    return watchFrames(shown, size, draw, entry === undefined ? {} : { entry });
  }, [shown, size, entry]);
  return <canvas ref={canvas} className={className} role="img" aria-label={label} width={1} height={1} />;
}
