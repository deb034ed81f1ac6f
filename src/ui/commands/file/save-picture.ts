import { Image } from 'lucide-react';
import { pictureFormats } from '../../viewer/picture-file.ts';
import { savePicture } from '../../viewer/save-picture.ts';
import type { Command } from '../command.ts';
import { whetherPainting } from '../run/playing.ts';
import { resultPlace } from './in-common.ts';

/** One for each format; the keys save in the first. */
export const savePictureCommands: readonly Command[] = pictureFormats.map((format, at) => ({
  id: `file.save-picture-${format.id}`,
  label: { en: `Save the picture as ${format.name.en}…`, zh: `将画面保存为 ${format.name.zh}…` },
  place: resultPlace,
  icon: Image,
  ...(at === 0 && { keys: ['Mod+Shift+S'] }),
  keywords: { en: 'export download result image', zh: '导出 下载 结果 图片' },
  undo: 'none',
  when: whetherPainting,
  run: () => savePicture(format),
}));
