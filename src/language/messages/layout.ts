import type { Text } from '../text.ts';

/** The words of the page's frame: the top bar, the panels, the history, the first visit. */
export const layoutMessages = {
  'layout.tools': { en: 'Tools', zh: '工具' },
  'layout.theme': { en: 'Theme', zh: '主题' },
  'layout.document-title': { en: 'Name of the document', zh: '文档名称' },
  'layout.side-panel': { en: 'Details', zh: '详情' },
  'history.beginning': { en: 'As it was opened', zh: '打开时的状态' },
  'welcome.title': { en: 'Three things to try', zh: '三件可以一试的事' },
  'welcome.done-title': { en: 'You tried all three', zh: '三件都试过了' },
  'welcome.next': {
    en: 'Compare and save with the buttons above the picture. There is more under Insert, and an example for each idea under File.',
    zh: '用画面上方的按钮比较和保存。“插入”菜单里还有更多节点，“文件”菜单里每种想法都有示例。',
  },
  'welcome.tried': { en: 'Done', zh: '已完成' },
  'welcome.dismiss': { en: 'Put away', zh: '收起' },
} as const satisfies Record<string, Text>;
