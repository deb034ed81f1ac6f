import { useWords } from '../language/words.ts';
import { connected } from '../painting/connected.ts';
import { usePainting } from '../state/painting.ts';
import styles from './status-bar.module.css';

/** How the worker is, where it is not simply there. */
export function WorkerNotice() {
  const words = useWords();
  const worker = usePainting(state => state.worker);
  switch (worker.type) {
    case 'ready':
      return null;
    case 'starting':
      return (
        <output className={styles.part} data-worker="starting">
          {words('editor.loading')}
        </output>
      );
    case 'recovering':
      return (
        <output className={styles.notice} data-worker="recovering" title={words(worker.reason)}>
          <b>{words('status.recovering')}</b> {words(worker.reason)}
        </output>
      );
    case 'stopped':
      return (
        <div className={styles.notice} data-worker="stopped" role="alert" title={words(worker.reason)}>
          <b>{words('status.stopped')}</b> <span>{words(worker.reason)}</span>
          <button type="button" className={styles.retry} onClick={() => void tryAgain()}>
            {words('viewer.try-again')}
          </button>
        </div>
      );
  }
}

async function tryAgain(): Promise<void> {
  usePainting.setState({ worker: { type: 'starting' } });
  (await connected())?.revive();
}
