/** The frames of a video file: read and decoded by WebCodecs, each once and in order, whatever the file's kind. */
import { BlobSource, CanvasSink, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { FrameReader, type FrameSource } from './frame-source.ts';

export async function openVideoFile(file: Blob, name: string): Promise<Result<FrameSource>> {
  if (typeof VideoDecoder === 'undefined') return failure(message('video.no-webcodecs'));
  const input = new Input({ formats: [MP4, QTFF, WEBM, MATROSKA], source: new BlobSource(file) });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) return failure(message('video.no-track', { file: name }));
    if (!(await track.canDecode())) return failure(message('video.not-decoded', { file: name }));
    const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
    const { packetCount } = await track.computePacketStats();
    return success({
      name,
      width,
      height,
      count: packetCount,
      async *frames(size) {
        const reader = new FrameReader(size);
        const sink = new CanvasSink(track, { ...size, fit: 'fill', poolSize: 2 });
        let start: number | undefined;
        for await (const { canvas, timestamp, duration } of sink.canvases()) {
          start ??= timestamp;
          yield {
            pixels: reader.read(canvas),
            timestamp: timestamp - start,
            ...(duration > 0 && { duration }),
          };
        }
      },
      close: () => input.dispose(),
    });
  } catch {
    return failure(message('video.not-read', { file: name }));
  }
}
