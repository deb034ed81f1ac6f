import type { Text } from '../text.ts';

/** What the page says when a graph travels: in pictures, links, presets and lectures. Placeholders follow ICU MessageFormat. */
export const sharingMessages = {
  // Pictures
  'sharing.saved-with-recipe': {
    en: 'Saved as `{file}`. It carries its graph: drop it on this page to have the graph back.',
    zh: '已保存为 `{file}`。它携带着自己的图：拖回本页即可恢复该图。',
  },
  'sharing.opened-recipe': {
    en: '“{file}” carries the graph that painted it, which is open now. Painted by Gramarye {version} on {backend}{iterations}. {repeatable}',
    zh: '“{file}”携带着绘制它的图，现已打开。由 Gramarye {version} 在 {backend} 上绘制{iterations}。{repeatable}',
  },
  'sharing.repeatable': {
    en: 'It can be repeated exactly.',
    zh: '可以精确重现。',
  },
  'sharing.not-repeatable': {
    en: 'The graph was edited on the way, so it cannot be repeated exactly.',
    zh: '绘制途中图被编辑过，因此无法精确重现。',
  },
  'sharing.use-as-picture': { en: 'Use as a picture', zh: '用作图片' },
  'sharing.open-graph': { en: 'Open its graph', zh: '打开它的图' },
  'sharing.carries-graph': {
    en: '“{file}” carries the graph that painted it.',
    zh: '“{file}”携带着绘制它的图。',
  },
  'sharing.recipe-refused': {
    en: '“{file}” is used as a picture only. Its graph was not opened: {why}',
    zh: '“{file}”仅用作图片。其中的图未打开：{why}',
  },

  // Links
  'sharing.title': { en: 'Share', zh: '分享' },
  'sharing.about': {
    en: 'Nothing is sent to a server: a link or a picture holds the whole graph.',
    zh: '不会向服务器发送任何内容：链接或图片中包含整个图。',
  },
  'sharing.tab.link': { en: 'Link', zh: '链接' },
  'sharing.tab.picture': { en: 'Picture', zh: '图片' },
  'sharing.tab.embed': { en: 'Web page', zh: '网页' },
  'sharing.link': { en: 'Link to this graph', zh: '此图的链接' },
  'sharing.copy': { en: 'Copy', zh: '复制' },
  'sharing.copied-link': { en: 'The link was copied.', zh: '链接已复制。' },
  'sharing.copied': { en: 'Copied.', zh: '已复制。' },
  'sharing.not-copied': {
    en: 'The browser did not let the page copy. Select the text and copy it yourself.',
    zh: '浏览器不允许本页复制。请选中文字自行复制。',
  },
  'sharing.link-length': {
    en: '{length, number} characters: short enough for any messenger. It shows the graph as it is now; what you change later is not in it.',
    zh: '{length, number} 个字符：任何聊天软件都能发送。它显示的是现在的图；之后的更改不会包含在内。',
  },
  'sharing.bring-pictures': {
    en: 'Bring {count, plural, one {my picture} other {my # pictures}} along, small ({size})',
    zh: '附带我的 {count} 张图片（缩小，{size}）',
  },
  'sharing.bring-pictures-wait': {
    en: 'Bring {count, plural, one {my picture} other {my # pictures}} along, small',
    zh: '附带我的 {count} 张图片（缩小）',
  },
  'sharing.pictures-stay': {
    en: 'Without this, {count, plural, one {your picture stays} other {your # pictures stay}} with you, and whoever opens the graph chooses others.',
    zh: '不勾选时，你的 {count} 张图片留在本机，打开图的人需另选图片。',
  },
  'sharing.for-class': { en: 'For a class', zh: '用于课堂' },
  'sharing.lock': { en: 'Lock the graph', zh: '锁定图' },
  'sharing.lock-hint': {
    en: 'It can be painted and looked at. To change it, people make a copy of their own.',
    zh: '可以绘制和查看。要更改它，请先创建自己的副本。',
  },
  'sharing.message': { en: 'Message at the start', zh: '开始时的留言' },
  'sharing.message-placeholder': {
    en: 'What is to be tried, looked at, found out',
    zh: '要尝试、观察或探究的内容',
  },
  'sharing.hide': { en: 'Hide controls', zh: '隐藏控件' },
  'sharing.hidden-count': {
    en: '{count, plural, =0 {none hidden} one {# hidden} other {# hidden}}',
    zh: '{count, plural, =0 {未隐藏} other {已隐藏 # 个}}',
  },
  'sharing.hide-hint': {
    en: 'Press what is not to be shown. A copy shows everything again.',
    zh: '点选不要显示的控件。副本会重新显示全部控件。',
  },
  'sharing.part.page': { en: 'Page', zh: '页面' },
  'sharing.part.inspector': { en: 'Inspector', zh: '检查器' },
  'sharing.part.timeline': { en: 'Timeline', zh: '时间轴' },
  'sharing.part.chart': { en: 'Loss chart', zh: '损失曲线' },
  'sharing.link-refused': {
    en: 'The link was not opened. {why}',
    zh: '链接未打开。{why}',
  },

  // A graph that came from somebody
  'sharing.strip': { en: 'About this graph', zh: '关于此图' },
  'sharing.strip-elsewhere': { en: 'Pictures on the web', zh: '网络图片' },
  'sharing.locked': {
    en: 'This graph is locked: paint it and look around. To change it, make a copy.',
    zh: '此图已锁定：可以绘制和查看。要更改它，请创建副本。',
  },
  'sharing.locked-refusal': {
    en: 'This graph is locked. Make a copy to change it.',
    zh: '此图已锁定。请创建副本后再更改。',
  },
  'sharing.unlock-copy': { en: 'Make a copy', zh: '创建副本' },
  'sharing.read-message': { en: 'Read the message', zh: '阅读留言' },
  'sharing.message-about': { en: 'A message that came with this graph', zh: '随此图附带的留言' },
  'sharing.begin': { en: 'Begin', zh: '开始' },
  'sharing.pictures-elsewhere': {
    en: 'This graph names {count, plural, one {a picture} other {# pictures}} on {sites}. Nothing was fetched; fetching tells that site your address.',
    zh: '此图引用了 {sites} 上的 {count} 张图片。尚未获取；获取会让该网站知道你的地址。',
  },
  'sharing.fetch': { en: 'Fetch', zh: '获取' },
  'sharing.fetched': {
    en: 'Fetch {count, plural, one {a picture} other {# pictures}}',
    zh: '获取 {count} 张图片',
  },

  // The picture, from the dialog
  'sharing.format': { en: 'Format', zh: '格式' },
  'sharing.with-recipe': { en: 'With its recipe', zh: '附带配方' },
  'sharing.with-recipe-hint': {
    en: 'The graph, seed, device and iterations. Drop the file on this page to have the graph back.',
    zh: '图、种子、设备和迭代次数。将文件拖到本页即可恢复该图。',
  },
  'sharing.no-recipe-here': {
    en: 'Only PNG carries a recipe.',
    zh: '只有 PNG 能携带配方。',
  },
  'sharing.with-pictures': {
    en: 'With {count, plural, one {my source picture} other {my # source pictures}} ({size})',
    zh: '附带我的 {count} 张源图片（{size}）',
  },
  'sharing.with-pictures-wait': {
    en: 'With {count, plural, one {my source picture} other {my # source pictures}}',
    zh: '附带我的 {count} 张源图片',
  },
  'sharing.with-pictures-hint': {
    en: 'At most {side} pixels each. Whoever has the file has them, too.',
    zh: '每张最长边不超过 {side} 像素。得到该文件的人也会得到它们。',
  },
  'sharing.more-ways': { en: 'More choices…', zh: '更多选项…' },
  'sharing.save-picture': { en: 'Save the picture…', zh: '保存图片…' },

  // Exports
  'sharing.copied-diagram': {
    en: 'The diagram was copied. Paste it where Markdown is written.',
    zh: '图表已复制。请粘贴到 Markdown 中。',
  },
  'sharing.empty-canvas': { en: 'There is nothing on the canvas to draw.', zh: '画布上没有可绘制的内容。' },
  'sharing.not-drawn': {
    en: 'The browser could not draw the canvas: {why}',
    zh: '浏览器无法绘制画布：{why}',
  },
  'sharing.no-program': {
    en: 'There is no program of this graph yet. {why}',
    zh: '此图尚不能导出为程序。{why}',
  },

  // Embedding
  'sharing.embed': { en: 'HTML for a page of your own', zh: '用于你自己网页的 HTML' },
  'sharing.embed-about': {
    en: 'Shows the graph, read-only, with its picture and a play button. Put this into a lecture page or a blog.',
    zh: '以只读方式显示图、画面和播放按钮。可放入讲义网页或博客。',
  },
  'sharing.embed-open': { en: 'Open in the editor', zh: '在编辑器中打开' },
  'sharing.no-such-preset': {
    en: 'No preset is called “{name}” here. A link names the graph itself behind the #.',
    zh: '这里没有名为“{name}”的预设。链接把图本身写在 # 之后。',
  },
  'sharing.embed-try': { en: 'See how it looks', zh: '查看效果' },
} as const satisfies Record<string, Text>;
