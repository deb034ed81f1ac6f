/** The page: menus above, the graph, the picture with what is known of the selection beside it, the status below. */
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Toaster } from 'sonner';
import styles from './app.module.css';
import { Canvas } from './canvas/canvas.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { useWords } from './language/words.ts';
import { StatusBar } from './layout/status-bar.tsx';
import { TopBar } from './layout/top-bar.tsx';
import { useShownTheme, useTheme } from './theme/use-theme.ts';
import { Viewer } from './viewer/viewer.tsx';

export function App() {
  useTheme();
  const words = useWords();
  return (
    <div className={styles.page} lang={words.language === 'zh' ? 'zh-CN' : 'en'}>
      <TopBar />
      <Group orientation="horizontal" className={styles.main}>
        <Panel defaultSize="64%" minSize="30%">
          <main className={styles.region} aria-label={words('editor.region.canvas')}>
            <Canvas />
          </main>
        </Panel>
        <Separator className={styles.separator} />
        <Panel minSize="280px">
          <Group orientation="vertical">
            <Panel defaultSize="55%" minSize="20%">
              <section className={styles.region} aria-label={words('editor.region.viewer')}>
                <Viewer />
              </section>
            </Panel>
            <Separator className={styles.separator} />
            <Panel minSize="15%">
              <section className={styles.region} aria-label={words('editor.region.inspector')}>
                <Inspector />
              </section>
            </Panel>
          </Group>
        </Panel>
      </Group>
      <StatusBar />
      <Toaster theme={useShownTheme()} position="bottom-left" closeButton />
    </div>
  );
}
