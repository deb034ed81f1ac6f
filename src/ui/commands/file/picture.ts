import { Clipboard, Image } from 'lucide-react';
import { pictureFormats } from '../../viewer/picture-file.ts';
import { copyPicture, savePicture } from '../../viewer/save-picture.ts';
import type { Command } from '../command.ts';
import { whetherPainting } from '../run/playing.ts';

export const pictureCommands: readonly Command[] = [
  ...pictureFormats.map(
    (format, at): Command => ({
      id: `file.save-picture-${format.id}`,
      label: { en: `Save the picture as ${format.name.en}…`, zh: `将画面保存为 ${format.name.zh}…` },
      place: { menu: 'file', group: 'result' },
      icon: Image,
      ...(at === 0 && { keys: ['Mod+Shift+S'] }),
      keywords: { en: 'export download result image', zh: '导出 下载 结果 图片' },
      undo: 'none',
      when: whetherPainting,
      run: () => savePicture(format),
    }),
  ),
  {
    id: 'file.copy-picture',
    label: { en: 'Copy the picture', zh: '复制画面' },
    place: { menu: 'file', group: 'result' },
    icon: Clipboard,
    keywords: { en: 'clipboard image', zh: '剪贴板 图片' },
    undo: 'none',
    when: whetherPainting,
    run: copyPicture,
  },
];
