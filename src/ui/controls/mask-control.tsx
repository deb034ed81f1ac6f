import { Brush } from 'lucide-react';
import type { NodeId } from '../../graph/document.ts';
import { useWords } from '../language/words.ts';
import { paintMask } from '../masks/painting-mask.ts';
import { useImageName } from './image-name.ts';
import styles from './parameter.module.css';

interface MaskControlProps {
  readonly node: NodeId;
  readonly label: string;
  readonly value: string;
}

/** What a mask was painted as; the button opens the brush. */
export function MaskControl({ node, label, value }: MaskControlProps) {
  const words = useWords();
  const file = useImageName(value);
  const name = value === 'none' ? words('masks.none') : file;
  return (
    <button
      type="button"
      className={`${styles.button} nodrag`}
      aria-label={`${label}: ${name}. ${words('masks.title')}`}
      onClick={() => paintMask(node)}
    >
      <Brush size={14} strokeWidth={1.75} aria-hidden />
      <span className={styles.buttonText}>{words('masks.paint')}</span>
    </button>
  );
}
