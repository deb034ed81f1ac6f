/** The page: menus above, the graph, the picture with what is known of the selection beside it, the status below. */
import styles from './app.module.css';
import { OpenDialog } from './commands/open-dialog.tsx';
import { useShortcuts } from './commands/use-shortcuts.ts';
import { DocumentsLayer } from './documents/documents-layer.tsx';
import { HelpLayer } from './help/help-layer.tsx';
import { useWords } from './language/words.ts';
import { Notices } from './layout/notices.tsx';
import { PageTitle } from './layout/page-title.tsx';
import { StatusBar } from './layout/status-bar.tsx';
import { TopBar } from './layout/top-bar.tsx';
import { Workspace } from './layout/workspace.tsx';
import { LensLayer } from './lenses/lens-layer.tsx';
import { LessonStage } from './lessons/lesson-stage.tsx';
import { PresetsLayer } from './presets/presets-layer.tsx';
import { RunsDialogs } from './runs/runs-dialogs.tsx';
import { ArrivedStrip } from './share/arrived-strip.tsx';
import { ShareLayer } from './share/share-layer.tsx';
import { useLinks } from './share/use-links.ts';
import { useTheme } from './theme/use-theme.ts';

export function App() {
  useTheme();
  useShortcuts();
  useLinks();
  const words = useWords();
  return (
    <div className={styles.page} lang={words.language === 'zh' ? 'zh-CN' : 'en'}>
      <PageTitle />
      <TopBar />
      <ArrivedStrip />
      <LessonStage>
        <Workspace />
      </LessonStage>
      <StatusBar />
      <Notices />
      <OpenDialog />
      <DocumentsLayer />
      <ShareLayer />
      <PresetsLayer />
      <RunsDialogs />
      <LensLayer />
      <HelpLayer />
    </div>
  );
}
