import * as files from '../../documents/files.ts';
import type { Command } from '../command.ts';
import { documentPlace } from './in-common.ts';

export const saveFileAs: Command = {
  id: 'file.save-as',
  label: { en: 'Save as another file…', zh: '另存为文件…' },
  place: documentPlace,
  keywords: { en: 'export download graph document', zh: '导出 下载 图 文档' },
  undo: 'none',
  run: files.saveFileAs,
};
