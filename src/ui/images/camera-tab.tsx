import { Aperture, Camera } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Message, message } from '../../language/message.ts';
import buttons from '../controls/buttons.module.css';
import { useWords } from '../language/words.ts';
import { openCamera } from './camera.ts';
import styles from './images.module.css';
import { Refusal } from './refusal.tsx';
import { supplyImage } from './supply-image.ts';
import type { TabProps } from './tab-props.ts';

/** A picture from the camera, which is asked for only when the person starts it, and let go with this pane. */
export function CameraTab({ onChosen }: TabProps) {
  const words = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [stream, setStream] = useState<MediaStream>();
  const [reason, setReason] = useState<Message>();
  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null;
    return () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [stream]);
  const start = async () => {
    setReason(undefined);
    const opened = await openCamera();
    if (opened.ok) setStream(opened.value);
    else setReason(opened.reason);
  };
  const shoot = async () => {
    const still = video.current && (await stillOf(video.current));
    if (!still) {
      setReason(message('images.camera-busy'));
      return;
    }
    const supplied = await supplyImage(still, `${words('images.camera-name')}.png`);
    if (supplied.ok) onChosen(supplied.value);
    else setReason(supplied.reason);
  };
  return (
    <div className={styles.pane}>
      {stream ? (
        <>
          <video
            ref={video}
            className={styles.video}
            aria-label={words('images.camera-preview')}
            autoPlay
            muted
            playsInline
          />
          <button type="button" className={buttons.primary} onClick={shoot}>
            <Aperture size={16} strokeWidth={1.75} aria-hidden />
            {words('images.camera-shoot')}
          </button>
        </>
      ) : (
        <div className={styles.dropPlace}>
          <Camera size={32} strokeWidth={1.25} aria-hidden />
          <button type="button" className={buttons.primary} onClick={start}>
            {words('images.camera-start')}
          </button>
          <p className={styles.soft}>{words('images.camera-note')}</p>
        </div>
      )}
      <Refusal reason={reason} />
    </div>
  );
}

/** What the camera sees now; not mirrored, as others see it. */
function stillOf(video: HTMLVideoElement): Promise<Blob | undefined> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return Promise.resolve(undefined);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/png'));
}
