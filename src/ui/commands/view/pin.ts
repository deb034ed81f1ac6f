import { Pin } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { note } from '../../state/notices.ts';
import { pinPicture } from '../../viewer/save-picture.ts';
import type { Command } from '../command.ts';
import { whetherPainting } from '../run/playing.ts';
import { picturesPlace } from './in-common.ts';

export const pin: Command = {
  id: 'view.pin',
  label: { en: 'Pin the picture to compare', zh: '固定画面以便比较' },
  place: picturesPlace,
  icon: Pin,
  keys: ['P'],
  keywords: { en: 'keep remember snapshot', zh: '保留 快照' },
  undo: 'none',
  when: whetherPainting,
  async run() {
    await pinPicture();
    note(message('viewer.pinned-note'));
  },
};
