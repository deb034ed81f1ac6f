import type { Text } from '../text.ts';

/** What the runtime says while it paints. Placeholders follow ICU MessageFormat. */
export const runMessages = {
  'backend.no-cpu': {
    en: 'The JavaScript backend did not start.',
    zh: 'JavaScript 后端未能启动。',
  },
  'backend.no-wasm': {
    en: 'The WebAssembly backend did not start: its files could not be loaded.',
    zh: 'WebAssembly 后端未能启动：无法加载它的文件。',
  },
  'backend.no-simd': {
    en: 'This processor or browser has no WebAssembly SIMD, which painting on the CPU needs. Use a newer browser.',
    zh: '此处理器或浏览器不支持 WebAssembly SIMD，而在 CPU 上作画需要它。请换用较新的浏览器。',
  },
  'backend.no-webgpu': {
    en: 'There is no WebGPU here. Use a browser that has it, or paint with WebAssembly.',
    zh: '此处没有 WebGPU。请换用支持它的浏览器，或改用 WebAssembly 作画。',
  },
  'backend.no-adapter': {
    en: 'WebGPU found no graphics device that it can use. Install a driver for it, or paint with WebAssembly.',
    zh: 'WebGPU 没有找到可用的图形设备。请安装其驱动程序，或改用 WebAssembly 作画。',
  },
  'backend.software-adapter': {
    en: '{adapter} is a GPU in software only, slower than WebAssembly.',
    zh: '{adapter} 只是软件模拟的 GPU，比 WebAssembly 更慢。',
  },
  'backend.failed': {
    en: 'The {backend} backend did not start: {why}',
    zh: '{backend} 后端未能启动：{why}',
  },
  'backend.lost': {
    en: 'The GPU stopped working ({why}). The last good picture is kept; run again to go on.',
    zh: 'GPU 停止了工作（{why}）。最后一幅完好的图片已保留；再次运行即可继续。',
  },
  'backend.out-of-memory': {
    en: 'The GPU has no memory left ({why}). Make the picture smaller, or use fewer layers.',
    zh: 'GPU 内存已用尽（{why}）。请缩小图片，或减少所用的层。',
  },
} satisfies Record<string, Text>;
