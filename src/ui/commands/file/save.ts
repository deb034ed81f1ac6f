import { FileDown } from 'lucide-react';
import * as files from '../../documents/files.ts';
import type { Command } from '../command.ts';
import { documentPlace } from './in-common.ts';

export const saveFile: Command = {
  id: 'file.save',
  label: { en: 'Save to a file', zh: '保存到文件' },
  summary: { en: 'The browser keeps every change by itself.', zh: '浏览器会自动保存每次更改。' },
  place: documentPlace,
  icon: FileDown,
  keys: ['Mod+S'],
  whileTyping: true,
  keywords: { en: 'export download graph document', zh: '导出 下载 图 文档' },
  undo: 'none',
  run: files.saveFile,
};
