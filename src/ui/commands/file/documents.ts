import { LayoutGrid } from 'lucide-react';
import { openDocumentsDialog } from '../../documents/documents-dialog-state.ts';
import type { Command } from '../command.ts';
import { documentPlace } from './in-common.ts';

export const documents: Command = {
  id: 'file.documents',
  label: { en: 'Your graphs…', zh: '我的图…' },
  place: documentPlace,
  icon: LayoutGrid,
  keys: ['Mod+Shift+O'],
  keywords: { en: 'documents list recent switch delete rename', zh: '文档 列表 最近 切换 删除 重命名' },
  undo: 'none',
  run: openDocumentsDialog,
};
