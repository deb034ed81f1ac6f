import { FileJson, Image } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../language/words.ts';
import styles from './documents.module.css';
import { openRecent } from './files.ts';
import { type RecentFile, recentFiles } from './recent-files.ts';

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Files of the disk that were used last; nothing where the browser lets a page hold on to none. */
export function RecentFiles({ close }: { readonly close: () => void }) {
  const words = useWords();
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    void recentFiles().then(setFiles);
  }, []);
  if (files.length === 0) return null;
  const open = async (file: RecentFile) => {
    close();
    await openRecent(file);
  };
  return (
    <ul className={styles.files} aria-label={words('documents.recent-files')}>
      {files.map(file => (
        <li key={file.id}>
          <button
            type="button"
            aria-label={words('documents.open-recent', { file: file.handle.name })}
            onClick={() => void open(file)}
          >
            {/\.png$/i.test(file.handle.name) ? <Image {...icon} /> : <FileJson {...icon} />}
            <span>{file.handle.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
