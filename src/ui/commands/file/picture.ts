import { Clipboard, Image, Pin } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { note } from '../../state/notices.ts';
import { pictureFormats } from '../../viewer/picture-file.ts';
import { copyPicture, pinPicture, savePicture } from '../../viewer/save-picture.ts';
import type { Command } from '../command.ts';
import { whetherPainting } from '../run/playing.ts';

export const pictureCommands: readonly Command[] = [
  ...pictureFormats.map(
    (format, at): Command => ({
      id: `file.save-picture-${format.extension}`,
      label: { en: `Save the picture as ${format.name}…`, zh: `将画面保存为 ${format.name}…` },
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
  {
    id: 'view.pin',
    label: { en: 'Pin the picture to compare', zh: '固定画面以便比较' },
    place: { menu: 'view', group: 'pictures' },
    icon: Pin,
    keys: ['P'],
    keywords: { en: 'keep remember snapshot', zh: '保留 快照' },
    undo: 'none',
    when: whetherPainting,
    async run() {
      await pinPicture();
      note(message('viewer.pinned-note'));
    },
  },
];
