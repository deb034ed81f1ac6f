import { Maximize2, Pin, SquareSplitHorizontal } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { showTab } from '../../layout/shown-tab.ts';
import { note } from '../../state/notices.ts';
import { toggleCompare } from '../../viewer/compare.ts';
import { pinPicture } from '../../viewer/save-picture.ts';
import { toggleFullScreen, useFullScreenState } from '../../viewer/use-full-screen.ts';
import { useViewer } from '../../viewer/viewer-state.ts';
import type { Command } from '../command.ts';
import { whetherPainting } from '../run/playing.ts';

export const pictureViewCommands: readonly Command[] = [
  {
    id: 'view.full-screen',
    label: { en: 'Picture on the whole screen', zh: '全屏显示画面' },
    place: { menu: 'view', group: 'pictures' },
    icon: Maximize2,
    keys: ['Shift+F'],
    keywords: { en: 'full screen fullscreen large present', zh: '全屏 放大 演示' },
    undo: 'none',
    isOn: () => useFullScreenState.getState().isOn,
    run: () => {
      // In a narrow window the picture is a tab among others.
      showTab('picture');
      toggleFullScreen();
    },
  },
  {
    id: 'view.compare',
    label: { en: 'Compare the picture', zh: '比较画面' },
    summary: { en: 'With what it started from, or a pinned one.', zh: '与起始画面或固定的画面比较。' },
    place: { menu: 'view', group: 'pictures' },
    icon: SquareSplitHorizontal,
    keys: ['Shift+C'],
    keywords: { en: 'before after swipe flicker side by side', zh: '前后 对比' },
    undo: 'none',
    isOn: () => useViewer.getState().other !== undefined,
    run: () => {
      showTab('picture');
      toggleCompare();
    },
  },
  {
    id: 'view.pin',
    label: { en: 'Pin the picture to compare', zh: '固定画面以便比较' },
    place: { menu: 'view', group: 'pictures' },
    icon: Pin,
    keys: ['P'],
    keywords: { en: 'keep remember snapshot', zh: '保留 快照' },
    undo: 'none',
    when: whetherPainting,
    async run() {
      await pinPicture();
      note(message('viewer.pinned-note'));
    },
  },
];
