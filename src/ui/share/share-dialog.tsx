/** How the open graph can go to others: as a link, as a picture that carries it, within a page of theirs. */
import { CodeXml, Image, Link } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ComponentType, ReactNode } from 'react';
import { Dialog } from '../commands/dialog.tsx';
import tabStyles from '../controls/tabs.module.css';
import { useWords } from '../language/words.ts';
import { EmbedTab } from './embed-tab.tsx';
import { LinkTab } from './link-tab.tsx';
import { PictureTab } from './picture-tab.tsx';
import styles from './share.module.css';
import { closeShareDialog, openShareDialog, type ShareTab, useShareDialog } from './share-dialog-state.ts';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

const tabs: readonly (readonly [tab: ShareTab, icon: ReactNode, Content: ComponentType])[] = [
  ['link', <Link key="i" {...icon} />, LinkTab],
  ['picture', <Image key="i" {...icon} />, PictureTab],
  ['embed', <CodeXml key="i" {...icon} />, EmbedTab],
];

export function ShareDialog() {
  const words = useWords();
  const shown = useShareDialog(({ tab }) => tab);
  if (!shown) return null;
  return (
    <Dialog title={words('sharing.title')} about={words('sharing.about')} onClose={closeShareDialog}>
      <Tabs.Root
        value={shown}
        className={tabStyles.root}
        onValueChange={value => {
          const tab = tabs.find(([one]) => one === value)?.[0];
          if (tab) openShareDialog(tab);
        }}
      >
        <Tabs.List className={tabStyles.tabs} aria-label={words('sharing.title')}>
          {tabs.map(([tab, glyph]) => (
            <Tabs.Trigger key={tab} value={tab} className={tabStyles.tab}>
              {glyph}
              {words(`sharing.tab.${tab}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {tabs.map(([tab, , Content]) => (
          <Tabs.Content key={tab} value={tab} className={styles.content} tabIndex={-1}>
            <Content />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
