/** The film as a file: to be looked at, and taken away. */
import { Download, RotateCcw } from 'lucide-react';
import { message } from '../../language/message.ts';
import buttons from '../controls/buttons.module.css';
import { askForPlace, writeFile } from '../documents/save-file.ts';
import { useWords } from '../language/words.ts';
import { useBlobUrl } from '../runs/use-blob-url.ts';
import { note, refuse } from '../state/notices.ts';
import { FlickerFacts } from './flicker-facts.tsx';
import type { FilmProgress, FilmWish } from './painted-film.ts';
import styles from './video.module.css';

interface FilmResultProps {
  readonly wish: FilmWish;
  readonly file: Blob;
  readonly progress: FilmProgress;
  readonly onAnother: () => void;
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function FilmResult({ wish, file, progress, onAnother }: FilmResultProps) {
  const words = useWords();
  const url = useBlobUrl(file);
  const save = async () => {
    const stem = wish.source.name.replace(/\.[^.]*$/, '');
    const kind = { type: file.type, endings: [`.${wish.format}`] };
    const place = await askForPlace(`${stem}-painted.${wish.format}`, kind);
    if (place.type === 'nowhere') return;
    const written = await writeFile(place, file);
    if (written.ok) note(message('documents.saved', { file: written.value }));
    else refuse(written.reason);
  };
  return (
    <div className={styles.underWay}>
      <video
        className={styles.picture}
        src={url}
        aria-label={words('video.result')}
        controls
        autoPlay
        loop
        muted
        playsInline
      />
      <p className={styles.facts}>
        <span>{words('video.progress-live', { done: progress.done })}</span>
        <span>{words('video.pace', { seconds: progress.pace.toFixed(2) })}</span>
      </p>
      <FlickerFacts progress={progress} />
      <footer className={styles.footer}>
        <button type="button" className={buttons.button} onClick={onAnother}>
          <RotateCcw {...icon} />
          {words('video.another')}
        </button>
        <button type="button" className={buttons.primary} onClick={() => void save()}>
          <Download {...icon} />
          {words('video.save')}
        </button>
      </footer>
    </div>
  );
}
