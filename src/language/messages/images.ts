import type { Text } from '../text.ts';

/** What is said of a person's pictures on their way in. Placeholders follow ICU MessageFormat. */
export const imagesMessages = {
  'images.title': { en: 'Choose a picture', zh: '选择图片' },
  'images.about': {
    en: 'Pictures stay in this browser: nothing is sent anywhere.',
    zh: '图片只留在此浏览器中，不会发送到任何地方。',
  },
  'images.tab.samples': { en: 'Samples', zh: '示例' },
  'images.tab.file': { en: 'File', zh: '文件' },
  'images.tab.url': { en: 'Address', zh: '网址' },
  'images.tab.camera': { en: 'Camera', zh: '摄像头' },
  'images.yours': { en: 'Yours', zh: '我的图片' },
  'images.photographs': { en: 'To be painted', zh: '内容图片' },
  'images.styles': { en: 'To paint like', zh: '风格图片' },
  'images.sample.mountain-lake': { en: 'Mountain lake', zh: '山间湖泊' },
  'images.sample.old-town': { en: 'Old town', zh: '老城' },
  'images.sample.marble-bust': { en: 'Marble bust', zh: '大理石胸像' },
  'images.sample.night-sky': { en: 'Night sky', zh: '夜空' },
  'images.sample.woodblock-wave': { en: 'Woodblock wave', zh: '浮世绘海浪' },
  'images.sample.pointillism': { en: 'Pointillism', zh: '点彩' },
  'images.sample.cubist': { en: 'Cubist still life', zh: '立体派静物' },
  'images.sample.stained-glass': { en: 'Stained glass', zh: '彩色玻璃' },
  'images.sample.ink-wash': { en: 'Ink wash', zh: '水墨' },
  'images.drop-here': { en: 'Drop a picture here, or', zh: '把图片拖到这里，或' },
  'images.browse': { en: 'Choose a file…', zh: '选择文件…' },
  'images.paste-too': {
    en: 'A copied picture can also be pasted, with Ctrl+V or ⌘V.',
    zh: '也可以用 Ctrl+V 或 ⌘V 粘贴复制的图片。',
  },
  'images.url': { en: 'Address of a picture', zh: '图片网址' },
  'images.fetch': { en: 'Get the picture', zh: '获取图片' },
  'images.fetching': { en: 'Getting it…', zh: '正在获取…' },
  'images.url-note': {
    en: 'It is fetched from that site by your browser, once. Many sites do not allow it; then save the picture and choose the file.',
    zh: '由浏览器从该网站获取一次。许多网站不允许这样做；这时请先保存图片，再选择文件。',
  },
  'images.bad-url': {
    en: '“{url}” is not the address of a picture on the web: those begin with https://',
    zh: '“{url}”不是网络图片的网址：网址以 https:// 开头',
  },
  'images.url-forbidden': {
    en: '{site} does not let other pages have its pictures, or cannot be reached. Save the picture there and choose the file here.',
    zh: '{site} 不允许其他网页使用它的图片，或无法连接。请在那里保存图片，再到这里选择文件。',
  },
  'images.url-failed': {
    en: '{site} gave no picture for this address (it answered {status}).',
    zh: '{site} 没有为此网址提供图片（返回 {status}）。',
  },
  'images.camera-start': { en: 'Start the camera', zh: '打开摄像头' },
  'images.camera-note': {
    en: 'The browser asks you first. The picture stays here.',
    zh: '浏览器会先征求你的同意。图片只留在这里。',
  },
  'images.camera-shoot': { en: 'Take the picture', zh: '拍照' },
  'images.camera-preview': { en: 'What the camera sees', zh: '摄像头画面' },
  'images.camera-none': {
    en: 'There is no camera here that this page may use.',
    zh: '这里没有此网页可以使用的摄像头。',
  },
  'images.camera-refused': {
    en: 'The browser was told not to give this page the camera. That can be changed beside the address of the page.',
    zh: '浏览器已被设置为不允许此网页使用摄像头。可在网页地址旁更改。',
  },
  'images.camera-busy': {
    en: 'The camera could not be started; another program may be using it.',
    zh: '无法打开摄像头；可能有其他程序正在使用它。',
  },
  'images.camera-name': { en: 'camera', zh: '摄像头' },
  'images.no-graph-nor-picture': {
    en: '“{file}” is neither a picture nor a Gramarye graph, so nothing was changed.',
    zh: '“{file}”既不是图片，也不是 Gramarye 图，因此未作任何更改。',
  },
  'images.not-read': {
    en: '“{file}” could not be read. A folder cannot be taken in; choose the files in it.',
    zh: '无法读取“{file}”。不能放入文件夹；请选择其中的文件。',
  },
  'images.svg': {
    en: '“{file}” is a drawing (SVG), not made of pixels. Save it as PNG first.',
    zh: '“{file}”是矢量图（SVG），不由像素组成。请先另存为 PNG。',
  },
  'images.too-large': {
    en: '“{file}” is {size}; pictures of up to {limit} are taken in.',
    zh: '“{file}”有 {size}；最多接受 {limit} 的图片。',
  },
  'images.added': { en: 'Add “{file}”', zh: '添加“{file}”' },
  'images.exchanged': { en: '{node}: “{file}”', zh: '{node}：“{file}”' },
  'images.drop-canvas': {
    en: 'Drop to add an Image node',
    zh: '松开即可添加图像节点',
  },
  'images.drop-node': { en: 'Drop to exchange this picture', zh: '松开即可更换这张图片' },
  'images.drop-hint': {
    en: 'Pictures; a Gramarye graph, or a picture that carries one, is opened',
    zh: '图片；Gramarye 图或携带图的图片会被打开',
  },
} as const satisfies Readonly<Record<string, Text>>;
