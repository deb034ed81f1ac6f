import type { Text } from '../text.ts';

/** What is said of a person's documents: where they are kept, opened and saved. Placeholders follow ICU MessageFormat. */
export const documentsMessages = {
  'documents.title': { en: 'Documents', zh: '文档' },
  'documents.about': { en: 'Kept in this browser as you work.', zh: '工作时自动保存在此浏览器中。' },
  'documents.about-memory': {
    en: 'This browser keeps nothing for pages now: save what you want to keep as files.',
    zh: '此浏览器目前不为网页保存任何内容：请把要保留的内容另存为文件。',
  },
  'documents.search': { en: 'Search documents', zh: '搜索文档' },
  'documents.none-found': { en: 'No document is called that.', zh: '没有叫这个名字的文档。' },
  'documents.list': { en: 'Your documents', zh: '你的文档' },
  'documents.open-now': { en: 'Open', zh: '已打开' },
  'documents.open': { en: 'Open “{title}”', zh: '打开“{title}”' },
  'documents.new': { en: 'New', zh: '新建' },
  'documents.new-empty': { en: 'Empty', zh: '空白' },
  'documents.from-file': { en: 'Open a file…', zh: '打开文件…' },
  'documents.rename': { en: 'Rename', zh: '重命名' },
  'documents.rename-label': { en: 'Name of the document', zh: '文档名称' },
  'documents.duplicate': { en: 'Duplicate', zh: '复制' },
  'documents.delete': { en: 'Delete', zh: '删除' },
  'documents.more': { en: 'More for “{title}”', zh: '“{title}”的更多操作' },
  'documents.copy-title': { en: '{title} (copy)', zh: '{title}（副本）' },
  'documents.deleted': { en: '“{title}” was deleted.', zh: '“{title}”已删除。' },
  'documents.undo': { en: 'Undo', zh: '撤销' },
  'documents.changed-meanwhile': {
    en: 'Another tab has changed that document meanwhile, so it keeps its name. Try again.',
    zh: '另一个标签页刚刚更改了该文档，因此名称未变。请重试。',
  },
  'documents.not-kept': {
    en: 'This browser keeps nothing for this page now ({why}). You can go on; save as a file what is to outlast this tab.',
    zh: '此浏览器目前无法为本页保存内容（{why}）。你可以继续工作；需要保留的内容请另存为文件。',
  },
  'documents.full': { en: 'its storage is full', zh: '存储空间已满' },
  'documents.private': { en: 'private window, or storage is switched off', zh: '隐私窗口，或存储已关闭' },
  'documents.unreadable': {
    en: '“{title}” could not be opened as it was kept: {why}',
    zh: '无法打开保存的“{title}”：{why}',
  },
  'documents.gone': {
    en: 'That document is not there any more; another tab may have deleted it.',
    zh: '该文档已不存在；可能已在其他标签页中删除。',
  },
  'documents.saved-apart': {
    en: '“{title}” was changed elsewhere meanwhile, so this tab goes on with a copy. Nothing was overwritten.',
    zh: '“{title}”同时在别处被更改，因此本标签页改用副本继续。没有覆盖任何内容。',
  },

  // Two tabs
  'documents.elsewhere-title': {
    en: '“{title}” is open in another tab',
    zh: '“{title}”已在另一个标签页中打开',
  },
  'documents.elsewhere': {
    en: 'One tab at a time works on a document, so that nothing is overwritten. What you did is saved either way.',
    zh: '一个文档同时只在一个标签页中编辑，以免互相覆盖。无论如何选择，已做的工作都已保存。',
  },
  'documents.work-here': { en: 'Work here instead', zh: '改在这里编辑' },
  'documents.open-copy': { en: 'Open a copy', zh: '打开副本' },
  'documents.open-another': { en: 'Another document…', zh: '其他文档…' },

  // Files
  'documents.save-failed': {
    en: 'The file could not be written ({why}).',
    zh: '无法写入文件（{why}）。',
  },
  'documents.saved': { en: 'Saved as “{file}”.', zh: '已保存为“{file}”。' },
  'documents.saved-without': {
    en: 'Saved as “{file}”. {count, plural, one {Its picture is} other {Its # own pictures are}} not in the file; {count, plural, one {it stays} other {they stay}} in this browser.',
    zh: '已保存为“{file}”。文件中不包含你自己的 {count, number} 张图片；它们留在此浏览器中。',
  },
  'documents.file-kind': { en: 'Gramarye graph', zh: 'Gramarye 图' },
  'documents.refused-title': { en: '“{file}” was not opened', zh: '未打开“{file}”' },
  'documents.refused-about': {
    en: 'Nothing of what you have open was changed.',
    zh: '你当前打开的内容没有任何更改。',
  },
  'documents.repaired-title': { en: '“{file}” was opened, with repairs', zh: '已打开“{file}”，并作了修复' },
  'documents.repaired-about': {
    en: 'It was opened as a new document; the file is as it was.',
    zh: '已作为新文档打开；原文件未作更改。',
  },
  'documents.recent-files': { en: 'Files opened or saved lately', zh: '最近打开或保存的文件' },
  'documents.open-recent': { en: 'Open the file “{file}”', zh: '打开文件“{file}”' },
  'documents.file-gone': {
    en: '“{file}” cannot be read any more: it was moved, deleted, or the browser was not allowed to.',
    zh: '无法再读取“{file}”：文件已移动、删除，或浏览器未获许可。',
  },
  'documents.file-changed': {
    en: '“{file}” was changed by another program since it was opened here, and was not overwritten.',
    zh: '“{file}”在此处打开后已被其他程序更改，未覆盖。',
  },
  'documents.save-elsewhere': { en: 'Save as another file', zh: '另存为文件' },
  'documents.understood': { en: 'All right', zh: '知道了' },
} as const satisfies Readonly<Record<string, Text>>;
