import { Maximize2, Pin } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { showTab } from '../../layout/shown-tab.ts';
import { note } from '../../state/notices.ts';
import { pinPicture } from '../../viewer/save-picture.ts';
import { toggleFullScreen, useFullScreenState } from '../../viewer/use-full-screen.ts';
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
