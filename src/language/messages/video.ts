import type { Text } from '../text.ts';

/** Videos and the camera, painted frame by frame. */
export const videoMessages = {
  'video.title': { en: 'Paint a video', zh: '绘制视频' },
  'video.about': {
    en: 'Its frames stand in for one picture of the graph, one after another. The graph stays what it is, and nothing is sent anywhere.',
    zh: '视频的每一帧依次替换图中的一张图片。图本身不变，也不会发送到任何地方。',
  },
  'video.source': { en: 'Frames', zh: '画面来源' },
  'video.choose-file': { en: 'Choose a video…', zh: '选择视频…' },
  'video.camera': { en: 'Camera', zh: '摄像头' },
  'video.frames': {
    en: '{name}: {width} × {height}, {count, plural, one {# frame} other {# frames}}',
    zh: '{name}：{width} × {height}，{count} 帧',
  },
  'video.live': { en: '{name}: {width} × {height}, live', zh: '{name}：{width} × {height}，实时' },
  'video.image': { en: 'In the place of', zh: '替换' },
  'video.output': { en: 'Painted by', zh: '输出' },
  'video.size': { en: 'Longer side, in pixels', zh: '长边（像素）' },
  'video.iterations': { en: 'Iterations a frame', zh: '每帧迭代次数' },
  'video.steadiness': { en: 'Steadiness', zh: '稳定' },
  'video.steadiness-hint': {
    en: 'The weight of the temporal loss: how firmly each frame is held to the one before, moved along. 0 leaves each alone.',
    zh: '时间损失的权重：每帧在多大程度上贴近随运动移动后的上一帧。0 表示互不影响。',
  },
  'video.format': { en: 'File', zh: '文件' },
  'video.start': { en: 'Paint', zh: '绘制' },
  'video.pause': { en: 'Pause', zh: '暂停' },
  'video.resume': { en: 'Resume', zh: '继续' },
  'video.stop': { en: 'Stop here', zh: '到此为止' },
  'video.cancel': { en: 'Cancel', zh: '取消' },
  'video.save': { en: 'Save…', zh: '保存…' },
  'video.another': { en: 'Another', zh: '再来一个' },
  'video.painted': { en: 'The frame that was painted last', zh: '最近绘制的一帧' },
  'video.result': { en: 'The painted video', zh: '绘制好的视频' },
  'video.progress': { en: '{done} of {count}', zh: '{done} / {count}' },
  'video.progress-live': { en: '{done, plural, one {# frame} other {# frames}}', zh: '{done} 帧' },
  'video.pace': { en: '{seconds} s a frame', zh: '每帧 {seconds} 秒' },
  'video.left': { en: 'about {time} left', zh: '约剩 {time}' },
  'video.flicker': {
    en: 'Flicker {film} % ({source} % in the frames themselves)',
    zh: '闪烁 {film} %（原画面本身为 {source} %）',
  },
  'video.flicker-without': {
    en: 'Flicker {film} %; without the temporal loss {made} % ({source} % in the frames themselves)',
    zh: '闪烁 {film} %；不用时间损失为 {made} %（原画面本身为 {source} %）',
  },
  'video.flicker-hint': {
    en: 'The mean difference of a frame and the one before, moved along, where its motion can be relied upon.',
    zh: '在运动可信之处，每帧与随运动移动后的上一帧之间的平均差异。',
  },
  'video.no-image': {
    en: 'The graph has no Image node that leads to an Output: there is nothing that frames could stand in for.',
    zh: '图中没有通向“输出”的图像节点：没有可供替换的图片。',
  },
  'video.no-webcodecs': {
    en: 'This browser cannot read and write videos frame by frame (WebCodecs). Chromium, Safari from 16.4 and Firefox from 130 can.',
    zh: '此浏览器不能逐帧读写视频（WebCodecs）。Chromium、Safari 16.4 及以上、Firefox 130 及以上可以。',
  },
  'video.no-codec': {
    en: 'This browser cannot write {format} files.',
    zh: '此浏览器不能写入 {format} 文件。',
  },
  'video.no-track': { en: 'There is no video in “{file}”.', zh: '“{file}”中没有视频。' },
  'video.not-decoded': {
    en: 'This browser cannot decode the video in “{file}”. Convert it to MP4 (H.264) or WebM.',
    zh: '此浏览器无法解码“{file}”中的视频。请转换为 MP4（H.264）或 WebM。',
  },
  'video.not-read': {
    en: '“{file}” could not be read as a video: MP4, MOV, WebM and MKV files can.',
    zh: '无法把“{file}”读作视频：支持 MP4、MOV、WebM 与 MKV 文件。',
  },
  'video.painter-not-there': {
    en: 'The painter is not there yet. Try again in a moment.',
    zh: '绘制程序尚未就绪，请稍后再试。',
  },
} as const satisfies Record<string, Text>;
