import { ZoomIn } from 'lucide-react';
import * as canvas from '../../canvas/actions/view.ts';
import type { Command } from '../command.ts';
import { zoomPlace } from './in-common.ts';

export const zoomIn: Command = {
  id: 'view.zoom-in',
  label: { en: 'Zoom in', zh: '放大' },
  place: zoomPlace,
  icon: ZoomIn,
  keys: ['+', '='],
  keywords: { en: 'nearer larger', zh: '缩放' },
  undo: 'none',
  run: canvas.zoomIn,
};
