import { Copy } from 'lucide-react';
import { duplicateDocument } from '../../documents/open-documents.ts';
import type { Command } from '../command.ts';
import { documentPlace } from './in-common.ts';

export const duplicateGraph: Command = {
  id: 'file.duplicate',
  label: { en: 'Go on with a copy', zh: '以副本继续' },
  place: documentPlace,
  icon: Copy,
  keywords: { en: 'duplicate document', zh: '复制 文档' },
  undo: 'none',
  run: () => duplicateDocument(),
};
