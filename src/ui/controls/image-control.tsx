import { ImageUp } from 'lucide-react';
import type { NodeId } from '../../graph/document.ts';
import { chooseImage } from '../images/choose-image.ts';
import { useWords } from '../language/words.ts';
import { FrameCanvas } from '../painting/frame-canvas.tsx';
import { useImageName } from './image-name.ts';
import styles from './parameter.module.css';

interface ImageControlProps {
  readonly node: NodeId;
  readonly label: string;
  readonly value: string;
}

/** The picture as a thumbnail, with its name; the button opens where pictures come from. */
export function ImageControl({ node, label, value }: ImageControlProps) {
  const words = useWords();
  const name = useImageName(value);
  return (
    <div className={styles.image}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard it is the button beside it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard it is the button beside it */}
      <div className={styles.thumbnailPlace} onClick={() => chooseImage(node)}>
        <FrameCanvas node={node} size={160} label={name} className={styles.thumbnail} />
      </div>
      <button
        type="button"
        className={`${styles.button} nodrag`}
        aria-label={`${label}: ${name}. ${words('control.choose-image')}`}
        onClick={() => chooseImage(node)}
      >
        <span className={styles.buttonText}>{name}</span>
        <ImageUp size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  );
}
