import type { Text } from '../text.ts';

/** What is said of presets. Placeholders follow ICU MessageFormat. */
export const presetsMessages = {
  'presets.title': { en: 'Presets', zh: '预设' },
  'presets.about': {
    en: 'Each opens as a new document; what you have open stays where it is.',
    zh: '每个预设都作为新文档打开；你已打开的内容保持不变。',
  },
  'welcome.presets': { en: 'Presets', zh: '预设' },
  'presets.search': { en: 'Search presets', zh: '搜索预设' },
  'presets.tags': { en: 'Tags', zh: '标签' },
  'presets.tags-hint': { en: 'ink, large strokes', zh: '水墨，大笔触' },
  'presets.list': { en: 'Presets', zh: '预设' },
  'presets.none-found': { en: 'No preset fits that.', zh: '没有符合的预设。' },
  'presets.own': { en: 'Your presets', zh: '我的预设' },
  'presets.part': { en: 'Goes into your graph', zh: '放入当前的图' },
  'presets.more': { en: 'More for “{title}”', zh: '“{title}”的更多操作' },
  'presets.edit': { en: 'Change its words…', zh: '修改文字…' },
  'presets.export-one': { en: 'Save as a file…', zh: '保存为文件…' },
  'presets.delete': { en: 'Delete', zh: '删除' },
  'presets.deleted': { en: 'The preset “{title}” was deleted.', zh: '已删除预设“{title}”。' },
  'presets.import': { en: 'From a file…', zh: '从文件导入…' },
  'presets.export': { en: 'Yours as a file…', zh: '导出我的预设…' },
  'presets.file-kind': { en: 'Collection of presets', zh: '预设集' },
  'presets.exported': {
    en: '{count, plural, one {# preset is} other {# presets are}} in {file}.',
    zh: '{count} 个预设已保存到 {file}。',
  },
  'presets.imported': {
    en: '{count, plural, =0 {Nothing in {file} is new.} one {# preset came from {file}.} other {# presets came from {file}.}}',
    zh: '{count, plural, =0 {{file} 中没有新的预设。} other {已从 {file} 导入 # 个预设。}}',
  },
  'presets.save-this': { en: 'Save this graph…', zh: '保存此图…' },
  'presets.save-title': { en: 'Save as a preset', zh: '保存为预设' },
  'presets.edit-title': { en: 'A preset’s words', zh: '预设的文字' },
  'presets.about-graph': {
    en: 'The whole graph, to be opened again as a new document.',
    zh: '整张图，以后可作为新文档打开。',
  },
  'presets.about-part': {
    en: 'A group that keeps its parameters and inner wires, to be put into any graph: from here, or from the search of nodes.',
    zh: '保留参数与内部连线的一组节点，可放入任何图：从这里，或从节点搜索中。',
  },
  'presets.what': { en: 'What to save', zh: '保存的内容' },
  'presets.of-part': {
    en: 'What is selected ({count, plural, one {# thing} other {# things}})',
    zh: '选中的内容（{count} 项）',
  },
  'presets.of-graph': { en: 'The whole graph', zh: '整张图' },
  'presets.name': { en: 'Name', zh: '名称' },
  'presets.summary': { en: 'What it is for', zh: '用途' },
  'presets.save': { en: 'Save', zh: '保存' },
  'presets.saved': { en: '“{title}” is among your presets.', zh: '“{title}”已加入我的预设。' },
  'presets.show': { en: 'Show', zh: '查看' },
  'presets.insert': { en: 'Insert “{title}”', zh: '插入“{title}”' },
  'presets.not-kept': {
    en: 'This browser keeps nothing for pages now: export your presets as a file before you close the page.',
    zh: '此浏览器目前不为网页保存任何内容：请在关闭页面前把预设导出为文件。',
  },
} as const satisfies Record<string, Text>;
