/** Where a picture may come from: the samples and the person's own, a file, an address, the camera. */
import { Camera, FolderOpen, Images, Link } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import tabStyles from '../controls/tabs.module.css';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { CameraTab } from './camera-tab.tsx';
import { FileTab } from './file-tab.tsx';
import styles from './images.module.css';
import { exchangeImage } from './place-images.ts';
import { SamplesTab } from './samples-tab.tsx';
import { UrlTab } from './url-tab.tsx';

interface ImagePickerProps {
  /** The Image node whose picture is exchanged; without it, whoever shows the picker takes what was chosen. */
  readonly node?: NodeId | undefined;
  readonly onChosen?: ((reference: string) => void) | undefined;
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** @example <ImagePicker node={id} onChosen={close} /> */
export function ImagePicker({ node, onChosen }: ImagePickerProps) {
  const words = useWords();
  const current = useEditor(({ history }) => {
    const source = node === undefined ? undefined : own(history.document.nodes, node)?.params.source;
    return typeof source === 'string' ? source : undefined;
  });
  const choose = (reference: string) => {
    if (node !== undefined) exchangeImage(node, reference);
    onChosen?.(reference);
  };
  const tabs: readonly (readonly [
    name: 'samples' | 'file' | 'url' | 'camera',
    icon: ReactNode,
    content: ReactNode,
  ])[] = [
    ['samples', <Images key="i" {...icon} />, <SamplesTab key="c" current={current} onChosen={choose} />],
    ['file', <FolderOpen key="i" {...icon} />, <FileTab key="c" onChosen={choose} />],
    ['url', <Link key="i" {...icon} />, <UrlTab key="c" onChosen={choose} />],
    ['camera', <Camera key="i" {...icon} />, <CameraTab key="c" onChosen={choose} />],
  ];
  return (
    <Tabs.Root defaultValue="samples" className={tabStyles.root}>
      <Tabs.List className={tabStyles.tabs} aria-label={words('images.title')}>
        {tabs.map(([name, glyph]) => (
          <Tabs.Trigger key={name} value={name} className={tabStyles.tab}>
            {glyph}
            {words(`images.tab.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map(([name, , content]) => (
        <Tabs.Content key={name} value={name} className={styles.content}>
          {content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
