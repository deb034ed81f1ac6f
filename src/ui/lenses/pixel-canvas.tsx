import { useEffect, useRef } from 'react';
import type { Pixels } from '../../runtime/host/scale-down.ts';

interface PixelCanvasProps {
  readonly pixels: Pixels;
  readonly className?: string | undefined;
  /** What a screen reader calls it; without it, it is an ornament. */
  readonly label?: string | undefined;
}

/** A small picture that the worker has drawn. */
export function PixelCanvas({ pixels, className, label }: PixelCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, rgba } = pixels;
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  }, [rgba, width, height]);
  const said = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return <canvas ref={canvas} width={width} height={height} className={className} {...said} />;
}
