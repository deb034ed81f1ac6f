import type { Text } from '../text.ts';

/** The words of the controls that edit parameters. */
export const controlMessages = {
  'control.set': { en: '{node}: {what}', zh: '{node}：{what}' },
  'control.reset': { en: 'Reset {what}', zh: '重置{what}' },
  'control.reset-of': { en: '{node}: reset {what}', zh: '{node}：重置{what}' },
  'control.about': { en: 'About {what}', zh: '关于{what}' },
  'control.not-a-number': {
    en: '“{text}” is no number and no calculation, such as 2*3 or 1e3/4.',
    zh: '“{text}”不是数字，也不是算式（例如 2*3 或 1e3/4）。',
  },
  'control.out-of-range': {
    en: '{value} cannot be taken: this is {expected}.',
    zh: '无法采用 {value}：这里应为{expected}。',
  },
  'control.after-relu': { en: 'After ReLU', zh: 'ReLU 之后' },
  'control.before-relu': { en: 'Before ReLU', zh: 'ReLU 之前' },
  'control.layers-hint': {
    en: 'Click a layer to switch it on or off; with Alt, to take it on the other side of its ReLU.',
    zh: '点击某层可开关；按住 Alt 点击可切换到 ReLU 的另一侧。',
  },
  'control.weight-of': { en: 'Weight of {name}', zh: '{name} 的权重' },
  'control.tap-side': { en: 'Where layers are taken', zh: '在何处取层' },
  'control.choose-image': { en: 'Choose a picture', zh: '选择图片' },
  'control.encoder-lite': { en: 'VGG-19 lite (built in)', zh: 'VGG-19 lite（内置）' },
  'control.encoder-random': { en: 'Untrained, random weights', zh: '未训练，随机权重' },
  'control.encoder-seed': { en: 'Seed of the weights', zh: '权重的种子' },
  'control.network-adain': { en: 'AdaIN’s decoder (built in)', zh: 'AdaIN 解码器（内置）' },
  'control.network-none': { en: 'None chosen', zh: '未选择' },
  'control.network-folder': { en: 'Choose the folder of a network', zh: '选择网络的文件夹' },
  'control.network-zip': { en: 'Choose a ZIP archive of a network', zh: '选择网络的 ZIP 压缩包' },
} as const satisfies Record<string, Text>;
