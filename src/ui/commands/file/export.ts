/** The graph as something that others read or run. */
import { copyMermaid, exportAs } from '../../share/exports/export-file.ts';
import type { Command } from '../command.ts';

const place = { menu: 'file', group: 'share', submenu: 'export' } as const;

export const exportCommands: readonly Command[] = [
  {
    id: 'file.export-typescript',
    label: { en: 'As a TypeScript program…', zh: '导出为 TypeScript 程序…' },
    summary: {
      en: 'Runs with TensorFlow.js alone, and paints the same picture',
      zh: '仅依赖 TensorFlow.js 运行，绘制出相同的画面',
    },
    place,
    keywords: { en: 'export code tfjs tensorflow', zh: '导出 代码' },
    undo: 'none',
    run: () => exportAs('typescript'),
  },
  {
    id: 'file.export-svg',
    label: { en: 'The canvas as SVG…', zh: '将画布导出为 SVG…' },
    place,
    keywords: { en: 'export drawing figure vector', zh: '导出 图形 矢量' },
    undo: 'none',
    run: () => exportAs('svg'),
  },
  {
    id: 'file.export-png',
    label: { en: 'The canvas as PNG…', zh: '将画布导出为 PNG…' },
    place,
    keywords: { en: 'export drawing figure screenshot', zh: '导出 图形 截图' },
    undo: 'none',
    run: () => exportAs('png'),
  },
  {
    id: 'file.export-mermaid',
    label: { en: 'As a Mermaid diagram…', zh: '导出为 Mermaid 图表…' },
    place,
    keywords: { en: 'export markdown flowchart', zh: '导出 流程图' },
    undo: 'none',
    run: () => exportAs('mermaid'),
  },
  {
    id: 'file.copy-mermaid',
    label: { en: 'Copy as a Mermaid diagram', zh: '复制为 Mermaid 图表' },
    summary: { en: 'For Markdown', zh: '用于 Markdown' },
    place,
    keywords: { en: 'export markdown flowchart clipboard', zh: '导出 流程图 剪贴板' },
    undo: 'none',
    run: copyMermaid,
  },
];
