import { Maximize2 } from 'lucide-react';
import { showTab } from '../../layout/shown-tab.ts';
import { toggleFullScreen, useFullScreenState } from '../../viewer/use-full-screen.ts';
import type { Command } from '../command.ts';
import { picturesPlace } from './in-common.ts';

export const fullScreen: Command = {
  id: 'view.full-screen',
  label: { en: 'Picture on the whole screen', zh: '全屏显示画面' },
  place: picturesPlace,
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
};
