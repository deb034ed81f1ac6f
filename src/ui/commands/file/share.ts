/** What brings the open graph to others. */
import { Share2 } from 'lucide-react';
import { openShareDialog } from '../../share/share-dialog-state.ts';
import type { Command } from '../command.ts';

export const share: Command = {
  id: 'file.share',
  label: { en: 'Share…', zh: '分享…' },
  summary: {
    en: 'As a link, a picture that carries its graph, or within a page',
    zh: '通过链接、携带图的图片或嵌入网页',
  },
  place: { menu: 'file', group: 'share' },
  icon: Share2,
  keys: ['Alt+S'],
  keywords: { en: 'link url send teach lock embed iframe recipe', zh: '链接 发送 教学 锁定 嵌入 配方' },
  undo: 'none',
  run: () => openShareDialog(),
};
