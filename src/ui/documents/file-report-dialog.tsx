import { Dialog } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import { Marked } from '../inspector/marked.tsx';
import { useWords } from '../language/words.ts';
import styles from './documents.module.css';
import { reportFile, useFileReport } from './file-report.ts';

/** Every reason why a file was not opened, or everything that was repaired in it. */
export function FileReportDialog() {
  const words = useWords();
  const report = useFileReport(state => state.report);
  if (!report) return null;
  const { type, file, lines } = report;
  const close = () => reportFile(undefined);
  return (
    <Dialog
      title={words(`documents.${type}-title`, { file })}
      about={words(`documents.${type}-about`)}
      onClose={close}
    >
      <ul className={styles.reasons} data-type={type}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={at}>
            <Marked text={words(line)} />
          </li>
        ))}
      </ul>
      <div className={styles.choices}>
        <button type="button" data-first className={buttons.primary} onClick={close}>
          {words('documents.understood')}
        </button>
      </div>
    </Dialog>
  );
}
