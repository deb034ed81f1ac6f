import { FilePlus2 } from 'lucide-react';
import { newEmptyDocument } from '../../documents/open-documents.ts';
import type { Command } from '../command.ts';
import { documentPlace } from './in-common.ts';

export const newGraph: Command = {
  id: 'file.new',
  label: { en: 'New graph', zh: '新建图' },
  place: documentPlace,
  icon: FilePlus2,
  // Browsers keep Ctrl+N for themselves.
  keys: ['Alt+N'],
  keywords: { en: 'document empty create', zh: '文档 空白 创建' },
  undo: 'none',
  run: newEmptyDocument,
};
