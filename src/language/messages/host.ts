import type { Text } from '../text.ts';

/** What is said of the worker that paints, and of its device. Placeholders follow ICU MessageFormat. */
export const hostMessages = {
  'host.out-of-step': {
    en: 'The edit starts from another state of the graph than the painter has.',
    zh: '此编辑所基于的图状态与绘制进程中的不一致。',
  },
  'host.not-open': {
    en: 'No device was opened yet.',
    zh: '尚未打开任何设备。',
  },
  'host.crashed': {
    en: 'The painter stopped working ({why}). It is started again, and goes on from the last copy of the picture.',
    zh: '绘制进程停止了工作（{why}）。它将重新启动，并从图片的最近一份副本继续。',
  },
  'host.silent': {
    en: 'it gave no sign of life',
    zh: '它没有任何响应',
  },
  'host.keeps-crashing': {
    en: 'The painter has stopped working {count} times within a minute ({why}), so it is not started again by itself. The graph and the last copy of the picture are kept. Change the graph, such as to a smaller size, or start again.',
    zh: '绘制进程在一分钟内停止了 {count} 次（{why}），因此不再自动重启。图和图片的最近一份副本均已保留。请修改图（例如缩小尺寸），或重新开始。',
  },
  'host.device-lost': {
    en: 'The device that painted is gone ({why}). Another is opened, and the picture goes on from its last copy.',
    zh: '用于绘制的设备已丢失（{why}）。正在打开另一个设备，图片将从最近一份副本继续。',
  },
  'host.device-full': {
    en: 'The GPU has no memory left ({why}). It is opened anew, and the picture goes on from its last copy; if it fills up again, make the picture smaller or use fewer layers.',
    zh: 'GPU 内存已用尽（{why}）。它将被重新打开，图片从最近一份副本继续；若再次用尽，请缩小图片，或减少所用的层。',
  },
  'host.devices-keep-failing': {
    en: 'One device after another was lost ({why}). The last copy of the picture is kept. Make the picture smaller, or choose to paint with WebAssembly.',
    zh: '设备接连丢失（{why}）。图片的最近一份副本已保留。请缩小图片，或选择用 WebAssembly 作画。',
  },
  'host.no-device': {
    en: 'After a device was lost no other could be opened: {why}',
    zh: '设备丢失之后无法打开其他设备：{why}',
  },
  'host.bad-checkpoint': {
    en: 'The kept picture of “{optimiser}” is damaged, so it is painted from the beginning.',
    zh: '“{optimiser}”保存的图片已损坏，因此将从头开始绘制。',
  },
} as const satisfies Readonly<Record<string, Text>>;
