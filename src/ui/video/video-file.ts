/** A video file that is written frame by frame, encoded by WebCodecs. */
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
} from 'mediabunny';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Pixels } from '../../runtime/host/scale-down.ts';
import type { Size } from './frame-source.ts';

export type VideoFormat = 'webm' | 'mp4';

/** In the order of preference: what is small and plays everywhere first. */
const codecs = { webm: ['vp9', 'vp8', 'av1'], mp4: ['avc', 'av1', 'vp9'] } as const;

export interface VideoFile {
  /** Resolves when another may come. Every frame that was added is in the file. */
  add(frame: Pixels, timestamp: number, duration?: number): Promise<void>;
  finish(): Promise<Blob>;
  cancel(): Promise<void>;
}

/** @param picture The size of the frames; an odd side has its last pixels twice, as codecs want even ones. */
export async function createVideoFile(format: VideoFormat, picture: Size): Promise<Result<VideoFile>> {
  if (typeof VideoEncoder === 'undefined') return failure(message('video.no-webcodecs'));
  const even = (side: number) => side + (side % 2);
  const size = { width: even(picture.width), height: even(picture.height) };
  const codec = await getFirstEncodableVideoCodec([...codecs[format]], size);
  if (!codec) return failure(message('video.no-codec', { format: format === 'webm' ? 'WebM' : 'MP4' }));
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('There is no room for a canvas.');
  const target = new BufferTarget();
  const output = new Output({
    format: format === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat(),
    target,
  });
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH });
  output.addVideoTrack(source);
  await output.start();
  return success({
    async add({ width, height, rgba }, timestamp, duration) {
      context.putImageData(new ImageData(rgba, width, height), 0, 0);
      if (width < size.width) context.drawImage(canvas, width - 1, 0, 1, height, width, 0, 1, height);
      if (height < size.height)
        context.drawImage(canvas, 0, height - 1, size.width, 1, 0, height, size.width, 1);
      await source.add(timestamp, duration);
    },
    async finish() {
      await output.finalize();
      return new Blob([target.buffer ?? new ArrayBuffer(0)], { type: `video/${format}` });
    },
    cancel: () => output.cancel(),
  });
}
