import { exportAs } from '../../share/exports/export-file.ts';
import type { Command } from '../command.ts';
import { exportPlace } from './in-common.ts';

export const exportSvg: Command = {
  id: 'file.export-svg',
  label: { en: 'The canvas as SVG…', zh: '将画布导出为 SVG…' },
  place: exportPlace,
  keywords: { en: 'export drawing figure vector', zh: '导出 图形 矢量' },
  undo: 'none',
  run: () => exportAs('svg'),
};
