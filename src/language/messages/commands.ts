import type { Text } from '../text.ts';

/** What commands say: why one cannot be done now, what was done, and the words of menus and palette. */
export const commandMessages = {
  'command.undo': { en: 'Undo: {step}', zh: '撤销：{step}' },
  'command.redo': { en: 'Redo: {step}', zh: '重做：{step}' },
  'command.renamed': { en: 'Rename to “{title}”', zh: '重命名为“{title}”' },
  'command.nothing-to-undo': { en: 'Nothing has been done yet.', zh: '还没有可以撤销的操作。' },
  'command.nothing-to-redo': { en: 'Nothing was undone.', zh: '没有可以重做的操作。' },
  'command.nothing-selected': { en: 'Nothing is selected.', zh: '没有选中任何内容。' },
  'command.no-node-selected': { en: 'No node is selected.', zh: '没有选中节点。' },
  'command.no-wire-selected': { en: 'No single wire is selected.', zh: '没有选中单独一条连线。' },
  'command.select-one-node': { en: 'Select one node.', zh: '请选中一个节点。' },
  'command.no-bends': { en: 'No wire with bends is selected.', zh: '没有选中带折点的连线。' },
  'command.add-bend-here': { en: 'Add a bend here', zh: '在此添加折点' },
  'command.remove-bend': { en: 'Remove this bend', zh: '移除此折点' },
  'command.select-more': { en: 'Select at least {count}.', zh: '请至少选中 {count} 个。' },
  'command.no-nodes': { en: 'The graph has no nodes.', zh: '图中没有节点。' },
  'command.nothing-paints': {
    en: 'No optimiser of this graph paints. Wire a loss into an Optimiser.',
    zh: '这张图里没有正在工作的优化器。请把损失连到一个优化器上。',
  },
  'command.no-two-runs': { en: 'Fewer than two runs have been painted.', zh: '还没有两次运行。' },
  'command.search': { en: 'Search commands', zh: '搜索命令' },
  'command.what-to-do': { en: 'What would you like to do?', zh: '想做什么？' },
  'command.nothing-found': { en: 'No command is called that.', zh: '没有这样的命令。' },
  'command.palette': { en: 'Commands', zh: '命令' },
  'command.shortcuts': { en: 'Keyboard shortcuts', zh: '键盘快捷键' },
  'command.close': { en: 'Close', zh: '关闭' },
  'command.about-what': {
    en: 'Gramarye is a graph editor for neural style transfer: it paints the content of one picture in the style of another. Wire images, what an encoder sees in them, statistics, losses and an optimiser, and watch the picture come about.',
    zh: 'Gramarye 是神经风格迁移的图编辑器：用一幅图的风格来画另一幅图的内容。把图像、编码器所见、统计量、损失和优化器连在一起，看着画面逐步形成。',
  },
  'command.about-how': {
    en: 'Everything is computed in this browser, on the GPU where there is one. No picture leaves your machine.',
    zh: '一切都在这个浏览器里计算，有 GPU 时用 GPU。任何图片都不会离开你的电脑。',
  },
  'command.about-where': {
    en: 'Select a node to read what it does, its formula, and the paper that it is from.',
    zh: '选中一个节点，就能读到它的作用、公式以及所出自的论文。',
  },
  'command.menu': { en: 'Menu', zh: '菜单' },
} as const satisfies Record<string, Text>;
