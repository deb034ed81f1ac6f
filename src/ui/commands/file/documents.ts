import { Copy, FileDown, FilePlus2, FolderOpen, LayoutGrid } from 'lucide-react';
import { openDocumentsDialog } from '../../documents/documents-dialog-state.ts';
import { openFile, saveFile, saveFileAs } from '../../documents/files.ts';
import { duplicateDocument, newEmptyDocument } from '../../documents/open-documents.ts';
import type { Command } from '../command.ts';

const place = { menu: 'file', group: 'document' } as const;

export const documentCommands: readonly Command[] = [
  {
    id: 'file.new',
    label: { en: 'New graph', zh: '新建图' },
    place,
    icon: FilePlus2,
    // Browsers keep Ctrl+N for themselves.
    keys: ['Alt+N'],
    keywords: { en: 'document empty create', zh: '文档 空白 创建' },
    undo: 'none',
    run: newEmptyDocument,
  },
  {
    id: 'file.documents',
    label: { en: 'Your graphs…', zh: '我的图…' },
    place,
    icon: LayoutGrid,
    keys: ['Mod+Shift+O'],
    keywords: { en: 'documents list recent switch delete rename', zh: '文档 列表 最近 切换 删除 重命名' },
    undo: 'none',
    run: openDocumentsDialog,
  },
  {
    id: 'file.open',
    label: { en: 'Open a file…', zh: '打开文件…' },
    place,
    icon: FolderOpen,
    keys: ['Mod+O'],
    whileTyping: true,
    keywords: { en: 'load import graph document', zh: '载入 导入 图 文档' },
    undo: 'none',
    run: openFile,
  },
  {
    id: 'file.save',
    label: { en: 'Save to a file', zh: '保存到文件' },
    summary: { en: 'The browser keeps every change by itself.', zh: '浏览器会自动保存每次更改。' },
    place,
    icon: FileDown,
    keys: ['Mod+S'],
    whileTyping: true,
    keywords: { en: 'export download graph document', zh: '导出 下载 图 文档' },
    undo: 'none',
    run: saveFile,
  },
  {
    id: 'file.save-as',
    label: { en: 'Save as another file…', zh: '另存为文件…' },
    place,
    keywords: { en: 'export download graph document', zh: '导出 下载 图 文档' },
    undo: 'none',
    run: saveFileAs,
  },
  {
    id: 'file.duplicate',
    label: { en: 'Go on with a copy', zh: '以副本继续' },
    place,
    icon: Copy,
    keywords: { en: 'duplicate document', zh: '复制 文档' },
    undo: 'none',
    run: () => duplicateDocument(),
  },
];
