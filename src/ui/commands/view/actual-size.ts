import { zoomToActualSize } from '../../canvas/actions/view.ts';
import type { Command } from '../command.ts';
import { zoomPlace } from './in-common.ts';

export const actualSize: Command = {
  id: 'view.actual-size',
  label: { en: 'Zoom to 100 %', zh: '缩放到 100 %' },
  place: zoomPlace,
  keys: ['Shift+0'],
  keywords: { en: 'actual size', zh: '实际大小' },
  undo: 'none',
  run: zoomToActualSize,
};
