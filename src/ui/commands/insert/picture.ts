import { ImagePlus } from 'lucide-react';
import { chooseImage } from '../../images/choose-image.ts';
import type { Command } from '../command.ts';

export const addPicture: Command = {
  id: 'insert.picture',
  label: { en: 'A picture of yours…', zh: '自己的图片…' },
  place: { menu: 'insert', group: 'finding' },
  contextMenus: ['canvas'],
  icon: ImagePlus,
  keys: ['Shift+I'],
  keywords: {
    en: 'image photo file camera address sample upload',
    zh: '图片 照片 文件 摄像头 网址 示例 上传',
  },
  undo: 'none',
  run: () => chooseImage(),
};
