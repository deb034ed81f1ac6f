import { Tabs } from 'radix-ui';
import { type ComponentType, lazy, Suspense } from 'react';
import type { MessageId } from '../../language/message.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { useWords } from '../language/words.ts';
import { Viewer } from '../viewer/viewer.tsx';
import { showTab, type Tab, useShownTab } from './shown-tab.ts';
import styles from './side-panel.module.css';

const Runs = lazy(async () => ({ default: (await import('../runs/runs.tsx')).Runs }));
const History = lazy(async () => ({ default: (await import('../history/history.tsx')).History }));

interface TabOfPanel {
  readonly tab: Tab;
  readonly title: MessageId;
  readonly Content: ComponentType;
}

const picture: TabOfPanel = { tab: 'picture', title: 'editor.region.viewer', Content: Viewer };

const tabs: readonly TabOfPanel[] = [
  { tab: 'inspector', title: 'editor.region.inspector', Content: Inspector },
  { tab: 'runs', title: 'editor.region.runs', Content: Runs },
  { tab: 'history', title: 'editor.region.history', Content: History },
];

/** What is known of the selection, of earlier runs and of the document's history; and the picture, where it has no place of its own. */
export function SidePanel({ withPicture = false }: { readonly withPicture?: boolean }) {
  const words = useWords();
  const chosen = useShownTab(state => state.tab);
  const there = withPicture ? [picture, ...tabs] : tabs;
  const shown = there.find(({ tab }) => tab === chosen)?.tab ?? (withPicture ? 'picture' : 'inspector');
  return (
    <Tabs.Root
      className={styles.panel}
      value={shown}
      onValueChange={value => {
        const tab = there.find(one => one.tab === value)?.tab;
        if (tab) showTab(tab);
      }}
    >
      <Tabs.List className={styles.tabs} aria-label={words('layout.side-panel')}>
        {there.map(({ tab, title }) => (
          <Tabs.Trigger key={tab} value={tab} className={styles.tab}>
            {words(title)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {there.map(({ tab, Content }) => (
        <Tabs.Content key={tab} value={tab} className={styles.content}>
          <Suspense>
            <Content />
          </Suspense>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
