/** Above the workspace: what is to be known of a graph that came from somebody else. */
import { Globe, Lock, MessageSquareText } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { duplicateDocument } from '../documents/open-documents.ts';
import { useWords } from '../language/words.ts';
import { useLesson } from '../lessons/lesson-state.ts';
import { useEditor, useLocked } from '../state/editor.ts';
import styles from './arrived-strip.module.css';
import { fetchPictures, picturesElsewhere } from './pictures-elsewhere.ts';
import { readStartMessage } from './start-message.ts';

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function ArrivedStrip() {
  return (
    <>
      <Sent />
      <Elsewhere />
    </>
  );
}

/** Locked, or with a message: the message can be read again, and a copy is the person's own. */
function Sent() {
  const words = useWords();
  const isLocked = useLocked();
  const said = useEditor(({ shown }) => shown?.message);
  const isInLesson = useLesson(({ open }) => open !== undefined);
  if (isInLesson || (!isLocked && !said)) return null;
  const Icon = isLocked ? Lock : MessageSquareText;
  return (
    <section className={styles.strip} aria-label={words('sharing.strip')}>
      <Icon {...icon} />
      <p>{isLocked ? words('sharing.locked') : said}</p>
      {said && (
        <button type="button" onClick={readStartMessage}>
          {words('sharing.read-message')}
        </button>
      )}
      {isLocked && (
        <button type="button" onClick={() => void duplicateDocument()}>
          {words('sharing.unlock-copy')}
        </button>
      )}
    </section>
  );
}

function Elsewhere() {
  const words = useWords();
  const isLocked = useLocked();
  const urls = useEditor(
    useShallow(({ history }) => picturesElsewhere(history.document).map(({ url }) => url.host)),
  );
  if (urls.length === 0) return null;
  const sites = [...new Set(urls)];
  return (
    <section className={styles.strip} aria-label={words('sharing.strip-elsewhere')}>
      <Globe {...icon} />
      <p>{words('sharing.pictures-elsewhere', { count: urls.length, sites })}</p>
      {!isLocked && (
        <button type="button" onClick={() => void fetchPictures()}>
          {words('sharing.fetch')}
        </button>
      )}
    </section>
  );
}
