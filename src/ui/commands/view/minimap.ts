import { Map as MapIcon } from 'lucide-react';
import { toggleMinimap } from '../../canvas/actions/view.ts';
import { useCanvasView } from '../../canvas/view-state.ts';
import type { Command } from '../command.ts';
import { panelsPlace } from './in-common.ts';

export const minimap: Command = {
  id: 'view.minimap',
  label: { en: 'Minimap', zh: '小地图' },
  place: panelsPlace,
  icon: MapIcon,
  keys: ['Shift+M'],
  keywords: { en: 'overview', zh: '概览' },
  undo: 'none',
  isOn: () => useCanvasView.getState().hasMinimap,
  run: toggleMinimap,
};
