/** The picture being painted, large, with what can be known of it and done with it. */
import { lazy, Suspense, useRef } from 'react';
import { useLesson } from '../lessons/lesson-state.ts';
import { useHidden } from '../state/editor.ts';
import { CompareBar } from './compare-bar.tsx';
import { Stage } from './stage.tsx';
import { Timeline } from './timeline.tsx';
import { Toolbar } from './toolbar.tsx';
import { TransportBar } from './transport-bar.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { useSize } from './use-size.ts';
import { useViewedOptimiser } from './use-viewed.ts';
import styles from './viewer.module.css';
import { useViewerSettings } from './viewer-state.ts';

const LossChart = lazy(() => import('./loss-chart.tsx'));
const LessonPicture = lazy(async () => ({
  default: (await import('../lessons/lesson-picture.tsx')).LessonPicture,
}));

/** With less than so many pixels of height, the picture has all of it. */
const roomForChart = 520;

export function Viewer() {
  const fullScreen = useFullScreen();
  const optimiser = useViewedOptimiser();
  const isInLesson = useLesson(({ open }) => open !== undefined);
  const viewer = useRef<HTMLDivElement>(null);
  const { height } = useSize(viewer);
  const hidesTimeline = useHidden('timeline');
  const hidesChart = useHidden('chart');
  const wantsChart = useViewerSettings(state => state.isChartOpen) ?? height >= roomForChart;
  const isChartOpen = wantsChart && !hidesChart;
  return (
    <div ref={viewer} className={styles.viewer} data-full={fullScreen.isOn}>
      <Toolbar fullScreen={fullScreen} isChartOpen={isChartOpen} />
      <CompareBar />
      <div className={styles.stage}>
        <Stage />
        <Suspense>{isInLesson && <LessonPicture />}</Suspense>
      </div>
      {!hidesTimeline && <Timeline />}
      <TransportBar />
      {isChartOpen && optimiser !== undefined && (
        <Suspense fallback={<div className={styles.chartComing} />}>
          <LossChart optimiser={optimiser} />
        </Suspense>
      )}
    </div>
  );
}
