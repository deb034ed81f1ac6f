/** The frames of the camera: the newest each time that one is asked for, for as long as there is time. */
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { openCamera } from '../images/camera.ts';
import { FrameReader, type FrameSource } from './frame-source.ts';

/** @param name What it is called. */
export async function openCameraFrames(name: string): Promise<Result<FrameSource>> {
  const opened = await openCamera();
  if (!opened.ok) return opened;
  const stream = opened.value;
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  const video = document.createElement('video');
  Object.assign(video, { srcObject: stream, muted: true, playsInline: true });
  try {
    await video.play();
  } catch {
    close();
    return failure(message('images.camera-busy'));
  }
  return success({
    name,
    width: video.videoWidth,
    height: video.videoHeight,
    async *frames(size) {
      const reader = new FrameReader(size);
      let start: number | undefined;
      let seen = -1;
      while (stream.active) {
        seen = await frameAfter(video, seen);
        start ??= performance.now();
        yield { pixels: reader.read(video), timestamp: (performance.now() - start) / 1000 };
      }
    },
    close,
  });
}

/** Waits until the video shows another frame than that of time `seen`. @returns the time of the new one. */
function frameAfter(video: HTMLVideoElement, seen: number): Promise<number> {
  if (video.currentTime !== seen) return Promise.resolve(video.currentTime);
  return new Promise(resolve => {
    const look = () => (video.currentTime === seen && !video.ended ? next() : resolve(video.currentTime));
    const next = () =>
      'requestVideoFrameCallback' in video ? video.requestVideoFrameCallback(look) : setTimeout(look, 10);
    next();
  });
}
