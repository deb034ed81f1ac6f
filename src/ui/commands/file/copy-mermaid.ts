import * as exports from '../../share/exports/export-file.ts';
import type { Command } from '../command.ts';
import { exportPlace } from './in-common.ts';

export const copyMermaid: Command = {
  id: 'file.copy-mermaid',
  label: { en: 'Copy as a Mermaid diagram', zh: '复制为 Mermaid 图表' },
  summary: { en: 'For Markdown', zh: '用于 Markdown' },
  place: exportPlace,
  keywords: { en: 'export markdown flowchart clipboard', zh: '导出 流程图 剪贴板' },
  undo: 'none',
  run: exports.copyMermaid,
};
