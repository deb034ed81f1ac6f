/** Above the picture: which one it is, and what can be done with it. */
import {
  ChartSpline,
  ChevronDown,
  Clipboard,
  Download,
  Maximize2,
  Minimize2,
  Pin,
  Share2,
  SquareSplitHorizontal,
} from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { message } from '../../language/message.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words.ts';
import { openShareDialog } from '../share/share-dialog-state.ts';
import { useEditor, useHidden } from '../state/editor.ts';
import { note } from '../state/notices.ts';
import { toggleCompare } from './compare.ts';
import { pictureFormats } from './picture-file.ts';
import { copyPicture, pinPicture, savePicture } from './save-picture.ts';
import styles from './toolbar.module.css';
import type { FullScreen } from './use-full-screen.ts';
import { useName, useViewedNode } from './use-viewed.ts';
import { imagesOf, viewable } from './viewed.ts';
import { MenuChoice, MenuGroup, MenuTrigger, ViewerMenu } from './viewer-menu.tsx';
import { look, useViewer, useViewerSettings } from './viewer-state.ts';

interface ToolbarProps {
  readonly fullScreen: FullScreen;
  readonly isChartOpen: boolean;
}

export function Toolbar({ fullScreen, isChartOpen }: ToolbarProps) {
  const words = useWords();
  const hidesChart = useHidden('chart');
  const isComparing = useViewer(state => state.other !== undefined);
  return (
    <div className={styles.toolbar}>
      <Switcher />
      <IconButton
        icon={SquareSplitHorizontal}
        label={words('viewer.compare')}
        data-part="compare"
        aria-pressed={isComparing}
        onClick={toggleCompare}
      />
      <IconButton
        icon={Pin}
        label={words('viewer.pin')}
        onClick={() => void pinPicture().then(() => note(message('viewer.pinned-note')))}
      />
      {!hidesChart && (
        <IconButton
          icon={ChartSpline}
          label={words('viewer.chart')}
          aria-pressed={isChartOpen}
          onClick={() => useViewerSettings.setState({ isChartOpen: !isChartOpen })}
        />
      )}
      <SaveMenu />
      <IconButton
        icon={fullScreen.isOn ? Minimize2 : Maximize2}
        label={words(fullScreen.isOn ? 'viewer.full-screen-end' : 'viewer.full-screen')}
        onClick={fullScreen.toggle}
      />
    </div>
  );
}

function Switcher() {
  const words = useWords();
  const node = useViewedNode();
  const name = useName(node);
  const pictures = useEditor(useShallow(({ history }) => viewable(history.document)));
  const images = useEditor(useShallow(({ history }) => imagesOf(history.document)));
  if (node === undefined) return <span className={styles.name} />;
  return (
    <ViewerMenu
      items={
        <>
          {pictures.map(id => (
            <PictureChoice key={id} id={id} isChosen={id === node} />
          ))}
          {images.length > 0 && (
            <MenuGroup title={words('viewer.group.pictures')}>
              {images.map(id => (
                <PictureChoice key={id} id={id} isChosen={id === node} />
              ))}
            </MenuGroup>
          )}
        </>
      }
    >
      <MenuTrigger className={styles.name} aria-label={`${words('viewer.look-at')}: ${name}`}>
        <span>{name}</span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </MenuTrigger>
    </ViewerMenu>
  );
}

function PictureChoice({ id, isChosen }: { readonly id: string; readonly isChosen: boolean }) {
  return (
    <MenuChoice isChosen={isChosen} onChoose={() => look(id)}>
      {useName(id)}
    </MenuChoice>
  );
}

function SaveMenu() {
  const words = useWords();
  return (
    <ViewerMenu
      align="end"
      items={
        <>
          {pictureFormats.map(format => (
            <MenuChoice key={format.id} icon={Download} onChoose={() => void savePicture(format)}>
              {words('viewer.save-as', { format: format.name })}
            </MenuChoice>
          ))}
          <MenuChoice icon={Share2} onChoose={() => openShareDialog('picture')}>
            {words('sharing.more-ways')}
          </MenuChoice>
          <MenuChoice icon={Clipboard} onChoose={() => void copyPicture()}>
            {words('viewer.copy')}
          </MenuChoice>
        </>
      }
    >
      <span>
        <MenuTrigger asChild>
          <IconButton icon={Download} label={words('viewer.save')} />
        </MenuTrigger>
      </span>
    </ViewerMenu>
  );
}
