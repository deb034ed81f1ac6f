import { Crosshair, Map as MapIcon, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import {
  toggleMinimap,
  zoomIn,
  zoomOut,
  zoomToActualSize,
  zoomToFit,
  zoomToSelection,
} from '../../canvas/actions/view.ts';
import { useCanvasView } from '../../canvas/view-state.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';

const place = { menu: 'view', group: 'zoom' } as const;

export const canvasViewCommands: readonly Command[] = [
  {
    id: 'view.fit',
    label: { en: 'Fit the graph', zh: '适应整张图' },
    place,
    contextMenus: ['canvas'],
    icon: Maximize,
    keys: ['Shift+1', 'F'],
    keywords: { en: 'see whole all zoom', zh: '适应 缩放 全部' },
    undo: 'none',
    run: zoomToFit,
  },
  {
    id: 'view.fit-selection',
    label: { en: 'Zoom to the selection', zh: '缩放到所选内容' },
    place,
    contextMenus: ['node', 'frame'],
    icon: Crosshair,
    keys: ['Shift+2'],
    keywords: { en: 'see what is selected', zh: '缩放到所选' },
    undo: 'none',
    when: whenThingsSelected,
    run: zoomToSelection,
  },
  {
    id: 'view.zoom-in',
    label: { en: 'Zoom in', zh: '放大' },
    place,
    icon: ZoomIn,
    keys: ['+', '='],
    keywords: { en: 'nearer larger', zh: '缩放' },
    undo: 'none',
    run: zoomIn,
  },
  {
    id: 'view.zoom-out',
    label: { en: 'Zoom out', zh: '缩小' },
    place,
    icon: ZoomOut,
    keys: ['-'],
    keywords: { en: 'further away smaller', zh: '缩放' },
    undo: 'none',
    run: zoomOut,
  },
  {
    id: 'view.actual-size',
    label: { en: 'Zoom to 100 %', zh: '缩放到 100 %' },
    place,
    keys: ['Shift+0'],
    keywords: { en: 'actual size', zh: '实际大小' },
    undo: 'none',
    run: zoomToActualSize,
  },
  {
    id: 'view.minimap',
    label: { en: 'Minimap', zh: '小地图' },
    place: { menu: 'view', group: 'panels' },
    icon: MapIcon,
    keys: ['Shift+M'],
    keywords: { en: 'overview', zh: '概览' },
    undo: 'none',
    isOn: () => useCanvasView.getState().hasMinimap,
    run: toggleMinimap,
  },
];
