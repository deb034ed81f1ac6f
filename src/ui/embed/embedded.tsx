/** What a lecture page shows of a graph: the graph to look around in, its picture, and how to paint it. */
import { ExternalLink } from 'lucide-react';
import { Toaster } from 'sonner';
import type { Message } from '../../language/message.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { useWords } from '../language/words.ts';
import { PageTitle } from '../layout/page-title.tsx';
import { WorkerNotice } from '../layout/worker-notice.tsx';
import { linkTo } from '../share/address.ts';
import { useEditor } from '../state/editor.ts';
import { useShownTheme, useTheme } from '../theme/use-theme.ts';
import { Stage } from '../viewer/stage.tsx';
import { Timeline } from '../viewer/timeline.tsx';
import { TransportBar } from '../viewer/transport-bar.tsx';
import styles from './embedded.module.css';

interface EmbeddedProps {
  /** Why there is nothing to be seen. */
  readonly refused: Message | undefined;
}

export function Embedded({ refused }: EmbeddedProps) {
  useTheme();
  const words = useWords();
  return (
    <div className={styles.page} lang={words.language === 'zh' ? 'zh-CN' : 'en'}>
      {refused ? <p className={styles.refused}>{words(refused)}</p> : <Shown />}
      <Toaster theme={useShownTheme()} position="bottom-left" closeButton />
    </div>
  );
}

function Shown() {
  const words = useWords();
  const document = useEditor(({ history }) => history.document);
  const said = useEditor(({ shown }) => shown?.message);
  return (
    <>
      <PageTitle />
      <header className={styles.header}>
        <h1>{document.title || words('editor.untitled')}</h1>
        <WorkerNotice />
        <a href={linkTo({ document })} target="_blank" rel="noreferrer">
          {words('sharing.embed-open')}
          <ExternalLink size={13} strokeWidth={1.75} aria-hidden />
        </a>
      </header>
      {said && <p className={styles.message}>{said}</p>}
      <div className={styles.body}>
        <main className={styles.graph} aria-label={words('editor.region.canvas')}>
          <Canvas isEmbedded />
        </main>
        <section className={styles.picture} aria-label={words('editor.region.viewer')}>
          <Stage />
          <Timeline />
          <TransportBar />
        </section>
      </div>
    </>
  );
}
