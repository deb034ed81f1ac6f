import { Maximize } from 'lucide-react';
import { zoomToFit } from '../../canvas/actions/view.ts';
import type { Command } from '../command.ts';
import { zoomPlace } from './in-common.ts';

export const fit: Command = {
  id: 'view.fit',
  label: { en: 'Fit the graph', zh: '适应整张图' },
  place: zoomPlace,
  contextMenus: ['canvas'],
  icon: Maximize,
  keys: ['Shift+1', 'F'],
  keywords: { en: 'see whole all zoom', zh: '适应 缩放 全部' },
  undo: 'none',
  run: zoomToFit,
};
