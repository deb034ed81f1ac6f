import { formatBytes } from '../../language/format.ts';
import { useWords } from '../language/words.ts';
import { usePainting } from '../state/painting.ts';
import styles from './layout.module.css';

/** What it paints on, and how it gets on. */
export function StatusBar() {
  const words = useWords();
  const worker = usePainting(state => state.worker);
  const backend = usePainting(state => state.backend);
  const memory = usePainting(state => state.memory);
  return (
    <footer className={styles.status} aria-label={words('editor.region.status')}>
      <span>
        {worker.type === 'starting' && words('editor.loading')}
        {worker.type === 'ready' && backend?.description}
        {'reason' in worker && words(worker.reason)}
      </span>
      {memory && <span>{formatBytes(memory.weights + memory.images + memory.computed + memory.loops)}</span>}
    </footer>
  );
}
