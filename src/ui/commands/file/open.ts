import { FolderOpen } from 'lucide-react';
import * as files from '../../documents/files.ts';
import type { Command } from '../command.ts';
import { documentPlace } from './in-common.ts';

export const openFile: Command = {
  id: 'file.open',
  label: { en: 'Open a file…', zh: '打开文件…' },
  place: documentPlace,
  icon: FolderOpen,
  keys: ['Mod+O'],
  whileTyping: true,
  keywords: { en: 'load import graph document', zh: '载入 导入 图 文档' },
  undo: 'none',
  run: files.openFile,
};
