import { ZoomOut } from 'lucide-react';
import * as canvas from '../../canvas/actions/view.ts';
import type { Command } from '../command.ts';
import { zoomPlace } from './in-common.ts';

export const zoomOut: Command = {
  id: 'view.zoom-out',
  label: { en: 'Zoom out', zh: '缩小' },
  place: zoomPlace,
  icon: ZoomOut,
  keys: ['-'],
  keywords: { en: 'further away smaller', zh: '缩放' },
  undo: 'none',
  run: canvas.zoomOut,
};
