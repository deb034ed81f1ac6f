import { exportAs } from '../../share/exports/export-file.ts';
import type { Command } from '../command.ts';
import { exportPlace } from './in-common.ts';

export const exportPng: Command = {
  id: 'file.export-png',
  label: { en: 'The canvas as PNG…', zh: '将画布导出为 PNG…' },
  place: exportPlace,
  keywords: { en: 'export drawing figure screenshot', zh: '导出 图形 截图' },
  undo: 'none',
  run: () => exportAs('png'),
};
