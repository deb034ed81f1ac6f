import { Clapperboard } from 'lucide-react';
import { openVideoPanel } from '../../video/video-state.ts';
import type { Command } from '../command.ts';

export const paintVideo: Command = {
  id: 'run.video',
  label: { en: 'Paint a video…', zh: '绘制视频…' },
  summary: {
    en: 'A video file or the camera, frame by frame, by the open graph',
    zh: '用打开的图逐帧绘制视频文件或摄像头画面',
  },
  place: { menu: 'run', group: 'runs' },
  icon: Clapperboard,
  keywords: { en: 'film movie webcam camera webm mp4 frames', zh: '影片 电影 摄像头 网络摄像头 逐帧' },
  undo: 'none',
  run: openVideoPanel,
};
