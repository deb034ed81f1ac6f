import { exportAs } from '../../share/exports/export-file.ts';
import type { Command } from '../command.ts';
import { exportPlace } from './in-common.ts';

export const exportMermaid: Command = {
  id: 'file.export-mermaid',
  label: { en: 'As a Mermaid diagram…', zh: '导出为 Mermaid 图表…' },
  place: exportPlace,
  keywords: { en: 'export markdown flowchart', zh: '导出 流程图' },
  undo: 'none',
  run: () => exportAs('mermaid'),
};
