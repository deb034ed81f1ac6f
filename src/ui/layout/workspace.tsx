/** The graph, the picture beside it, and below that what is known of the selection. In a narrow window, one above the other. */
import { lazy, Suspense } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Canvas } from '../canvas/canvas.tsx';
import { CanvasContextMenu } from '../commands/canvas-context-menu.tsx';
import { useWords } from '../language/words.ts';
import { usePlan } from '../lenses/plan/plan-state.ts';
import { useLesson } from '../lessons/lesson-state.ts';
import { useHidden, useLocked } from '../state/editor.ts';
import { Viewer } from '../viewer/viewer.tsx';
import { Welcome } from '../welcome/welcome.tsx';
import { SidePanel } from './side-panel.tsx';
import { useNarrow } from './use-narrow.ts';
import styles from './workspace.module.css';

const PlanPanel = lazy(async () => ({ default: (await import('../lenses/plan/plan-panel.tsx')).PlanPanel }));

export function Workspace() {
  const words = useWords();
  const isNarrow = useNarrow(900);
  const isPlanOpen = usePlan(state => state.isOpen);
  // It invites to changes.
  const isInLesson = useLesson(({ open }) => open !== undefined);
  const invites = !useLocked() && !isInLesson;
  return (
    <Group orientation={isNarrow ? 'vertical' : 'horizontal'} className={styles.workspace}>
      <Panel id="canvas" defaultSize={isNarrow ? '52%' : '64%'} minSize="30%">
        <CanvasContextMenu>
          <main
            className={`${styles.region} ${styles.graph}`}
            data-region="canvas"
            aria-label={words('editor.region.canvas')}
          >
            <div className={styles.canvas}>
              <Canvas />
              {!isNarrow && invites && <Welcome />}
            </div>
            <Suspense>{isPlanOpen && <PlanPanel />}</Suspense>
          </main>
        </CanvasContextMenu>
      </Panel>
      <Separator className={styles.separator} />
      <Panel id="beside" minSize={isNarrow ? '25%' : '280px'}>
        {isNarrow ? (
          <section className={styles.region} data-region="inspector" aria-label={words('layout.side-panel')}>
            <div className={styles.stacked}>
              {invites && <Welcome />}
              <SidePanel withPicture />
            </div>
          </section>
        ) : (
          <Beside />
        )}
      </Panel>
    </Group>
  );
}

function Beside() {
  const words = useWords();
  const isAlone = useHidden('inspector');
  const viewer = (
    <section className={styles.region} data-region="viewer" aria-label={words('editor.region.viewer')}>
      <Viewer />
    </section>
  );
  if (isAlone) return viewer;
  return (
    <Group orientation="vertical">
      <Panel defaultSize="62%" minSize="20%">
        {viewer}
      </Panel>
      <Separator className={styles.separator} />
      <Panel minSize="15%">
        <section className={styles.region} data-region="inspector" aria-label={words('layout.side-panel')}>
          <SidePanel />
        </section>
      </Panel>
    </Group>
  );
}
