import { Sigma } from 'lucide-react';
import type { NodeId } from '../../../graph/document.ts';
import { useWords } from '../../language/words.ts';
import header from '../header-button.module.css';
import styles from './formula-face.module.css';
import { turnOver } from './turned.ts';

interface TurnButtonProps {
  readonly node: NodeId;
  readonly isTurned: boolean;
}

/** In the header of a node that computes something: shows how, and back. */
export function TurnButton({ node, isTurned }: TurnButtonProps) {
  const words = useWords();
  const said = words('formula-face.turn');
  return (
    <button
      type="button"
      className={`${header.button} ${styles.turn} nodrag`}
      aria-label={said}
      aria-pressed={isTurned}
      title={said}
      onClick={event => {
        event.stopPropagation();
        turnOver([node]);
      }}
    >
      <Sigma size={14} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
