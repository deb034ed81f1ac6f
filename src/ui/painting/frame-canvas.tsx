import { useEffect, useRef } from 'react';
import type { NodeId } from '../../graph/document.ts';
import type { Frame } from '../../runtime/host/protocol.ts';
import { useEditor } from '../state/editor.ts';
import { drawFrame, watchFrames } from './frames.ts';
import { useShownNode } from './shown-node.ts';

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

function empty(canvas: HTMLCanvasElement): void {
  canvas.width = 1;
  canvas.height = 1;
  delete canvas.dataset.shown;
}

/** The picture of a node, as new as the worker sends it. Frames go around React: nothing renders for them. */
export function FrameCanvas({ node, size, label, className, entry }: FrameCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useShownNode(node) ?? node;
  const document = useEditor(({ id }) => id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a node of another document is another, also with the same id.
  useEffect(() => {
    if (canvas.current) empty(canvas.current);
  }, [document]);
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
