import type { Text } from '../text.ts';

/** The words of the page itself: its regions, its states, what its controls are called. */
export const editorMessages = {
  'editor.untitled': { en: 'Untitled', zh: '未命名' },
  'editor.region.canvas': { en: 'Graph', zh: '图' },
  'editor.region.viewer': { en: 'Picture', zh: '画面' },
  'editor.region.inspector': { en: 'Inspector', zh: '检查器' },
  'editor.region.runs': { en: 'Runs', zh: '运行记录' },
  'editor.region.history': { en: 'History', zh: '历史' },
  'editor.region.status': { en: 'Status', zh: '状态' },
  'editor.region.menu': { en: 'Menus', zh: '菜单' },
  'editor.loading': { en: 'Getting ready to paint…', zh: '正在准备绘制…' },
  'editor.starting-device': { en: 'Looking for the GPU…', zh: '正在查找 GPU…' },
  'editor.nothing-selected': {
    en: 'Select a node to see its parameters, its formula and where it comes from.',
    zh: '选择一个节点，查看其参数、公式与出处。',
  },
  'editor.connect': { en: 'Connect `{to}`', zh: '连接 `{to}`' },
  'editor.language': { en: 'Language', zh: '语言' },
} as const satisfies Record<string, Text>;
