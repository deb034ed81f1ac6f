import { exportAs } from '../../share/exports/export-file.ts';
import type { Command } from '../command.ts';
import { exportPlace } from './in-common.ts';

export const exportTypescript: Command = {
  id: 'file.export-typescript',
  label: { en: 'As a TypeScript program…', zh: '导出为 TypeScript 程序…' },
  summary: {
    en: 'Runs with TensorFlow.js alone, and paints the same picture',
    zh: '仅依赖 TensorFlow.js 运行，绘制出相同的画面',
  },
  place: exportPlace,
  keywords: { en: 'export code tfjs tensorflow', zh: '导出 代码' },
  undo: 'none',
  run: () => exportAs('typescript'),
};
