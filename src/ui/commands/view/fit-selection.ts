import { Crosshair } from 'lucide-react';
import { zoomToSelection } from '../../canvas/actions/view.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';
import { zoomPlace } from './in-common.ts';

export const fitSelection: Command = {
  id: 'view.fit-selection',
  label: { en: 'Zoom to the selection', zh: '缩放到所选内容' },
  place: zoomPlace,
  contextMenus: ['node', 'frame'],
  icon: Crosshair,
  keys: ['Shift+2'],
  keywords: { en: 'see what is selected', zh: '缩放到所选' },
  undo: 'none',
  when: whenThingsSelected,
  run: zoomToSelection,
};
