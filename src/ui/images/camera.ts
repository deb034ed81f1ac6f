import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';

/** The camera, where there is one and the person agrees. Whoever has it ends its tracks. */
export async function openCamera(): Promise<Result<MediaStream>> {
  // Pages that are not served securely have none.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return failure(message('images.camera-none'));
  try {
    return success(await devices.getUserMedia({ video: { width: { ideal: 1920 } }, audio: false }));
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError') return failure(message('images.camera-refused'));
    return failure(message(name === 'NotFoundError' ? 'images.camera-none' : 'images.camera-busy'));
  }
}
