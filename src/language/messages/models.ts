import type { Text } from '../text.ts';

/** What `gramarye models` says. Placeholders follow ICU MessageFormat. */
export const modelsMessages = {
  'help.models': {
    en: 'Show, add, check or remove encoders.',
    zh: '查看、添加、检查或移除编码器。',
  },
  'help.models-list': {
    en: 'Show the encoders that there are, and those that can be added.',
    zh: '列出现有的编码器以及可以添加的编码器。',
  },
  'help.models-add': {
    en: 'Fetch or read an encoder and keep it. Ctrl-C stops it; the same command goes on where it stopped.',
    zh: '获取或读取编码器并保存。按 Ctrl-C 可停止；再次执行同一命令会从停止处继续。',
  },
  'help.models-verify': {
    en: 'Read kept encoders again, and say whether they are whole.',
    zh: '重新读取已保存的编码器，并说明它们是否完好。',
  },
  'help.models-remove': {
    en: 'Remove a kept encoder, and what was fetched of it.',
    zh: '移除已保存的编码器及其已下载的部分。',
  },
  'help.models-what': {
    en: 'a known name such as vgg19, a weights file (.safetensors, .h5), a folder with a model.json, or a URL',
    zh: '已知名称（例如 vgg19）、权重文件（.safetensors、.h5）、含有 model.json 的文件夹，或网址',
  },
  'help.models-name': { en: 'the name of a kept encoder', zh: '已保存的编码器的名称' },
  'help.models-name-or-url': {
    en: 'the name of a kept encoder, or the URL of a download that was stopped',
    zh: '已保存的编码器的名称，或已停止的下载的网址',
  },
  'help.models-as': { en: 'the name to keep it under', zh: '保存时使用的名称' },
  'help.models-preprocessing': {
    en: 'what the weights were trained with: caffe, torchvision, or a file like preprocessing.json',
    zh: '训练权重时使用的预处理：caffe、torchvision，或类似 preprocessing.json 的文件',
  },
  'help.models-replace': {
    en: 'take the place of another encoder of that name',
    zh: '替换同名的其他编码器',
  },
  'help.models-json': { en: 'as JSON', zh: '以 JSON 输出' },
  'usage.no-subcommand': {
    en: 'Say what to do: list, add, verify or remove. `--help` tells more.',
    zh: '请说明要做什么：list、add、verify 或 remove。`--help` 可查看更多说明。',
  },

  // What there is
  'models.shipped': {
    en: '{title}, ships with Gramarye; {preprocessing}',
    zh: '{title}，随 Gramarye 提供；{preprocessing}',
  },
  'models.random': {
    en: 'untrained, made from a seed such as random:7; nothing to fetch',
    zh: '未经训练，由种子生成，例如 random:7；无需下载',
  },
  'models.kept': {
    en: '{title}, kept; {preprocessing}; {agreement}',
    zh: '{title}，已保存；{preprocessing}；{agreement}',
  },
  'models.addable': {
    en: '{title}, can be added; {preprocessing}',
    zh: '{title}，可以添加；{preprocessing}',
  },
  'models.agrees': { en: 'the published file, by its hash', zh: '哈希值与公布的文件一致' },
  'models.differs': { en: 'NOT the published file, by its hash', zh: '哈希值与公布的文件不符' },
  'models.unlisted': { en: 'of what was read no hash is published', zh: '所读取的内容没有公布的哈希值' },
  'models.folder': { en: 'Encoders are kept in {folder}.', zh: '编码器保存在 {folder}。' },

  // Adding
  'models.reading': { en: 'Reading {source}.', zh: '正在读取 {source}。' },
  'models.fetching': {
    en: 'Fetching {source} from {host}: about {bytes}, licence {licence}.',
    zh: '正在从 {host} 获取 {source}：约 {bytes}，许可 {licence}。',
  },
  'models.fetching-url': { en: 'Fetching {source} from {host}.', zh: '正在从 {host} 获取 {source}。' },
  'models.going-on': {
    en: 'Going on where it stopped: {bytes} are here already.',
    zh: '从上次停止处继续：已有 {bytes}。',
  },
  'models.progress': {
    en: '{percent}% · {done} of {total}{rate}',
    zh: '{percent}% · 已获取 {done}，共 {total}{rate}',
  },
  'models.progress-unknown': { en: '{done} so far{rate}', zh: '已获取 {done}{rate}' },
  'models.rate': { en: ' · {rate}/s', zh: ' · 每秒 {rate}' },
  'models.added': {
    en: '`{name}` is kept: {title}, {bytes}; {preprocessing}; {agreement}. Paint with it: --encoder {name}',
    zh: '已保存 `{name}`：{title}，{bytes}；{preprocessing}；{agreement}。绘制时使用：--encoder {name}',
  },
  'models.sha256': { en: 'SHA-256 of {what}: {sha256}', zh: '{what} 的 SHA-256：{sha256}' },
  'models.its-weights': { en: 'its weights', zh: '其权重' },
  'models.there-already': {
    en: '`{name}` is there already, and whole. There is nothing to do.',
    zh: '`{name}` 已经存在且完好，无需操作。',
  },
  'models.name-in-use': {
    en: '`{name}` is kept already, from {source}. Give this one another name with --name, or take its place with --replace.',
    zh: '`{name}` 已存在，来自 {source}。请用 --name 另取名称，或用 --replace 替换它。',
  },
  'models.no-name': {
    en: '{source} says nothing of a name. Give one: --name my-vgg',
    zh: '无法从 {source} 得出名称。请指定一个：--name my-vgg',
  },
  'models.published-name': {
    en: '`{name}` is what everybody calls a published encoder ({title}), and this may be another. Give it a name: --name my-{name}, or --name {name} if it is the same.',
    zh: '`{name}` 是一个已发布编码器（{title}）的通用名称，而这可能是另一个。请指定名称：--name my-{name}；若确为同一个，则用 --name {name}。',
  },
  'models.unknown': {
    en: 'There is no known encoder and no file `{what}`.{hint} Known are {names}.',
    zh: '没有名为 `{what}` 的已知编码器或文件。{hint}已知的有 {names}。',
  },
  'models.differs-warning': {
    en: 'Take care: what came from {host} is not the file that was published there. It is kept, and marked.',
    zh: '请注意：从 {host} 得到的并不是在那里公布的文件。它已保存并作了标记。',
  },
  'models.cancelled': {
    en: 'Stopped. `{name}` was not added.',
    zh: '已停止。`{name}` 未添加。',
  },
  'models.can-go-on': {
    en: '{bytes} of it are here; the same command goes on from there.',
    zh: '已下载 {bytes}；再次执行同一命令将从此处继续。',
  },
  'models.state-preprocessing': {
    en: 'Say how it was trained: --preprocessing torchvision, --preprocessing caffe, or a file.',
    zh: '请说明它训练时的预处理：--preprocessing torchvision、--preprocessing caffe，或一个文件。',
  },
  'models.not-added': { en: '`{name}` was not added. {why}', zh: '`{name}` 未添加。{why}' },
  'models.preprocessing-file': {
    en: 'The preprocessing in {file} was refused. {why}',
    zh: '{file} 中的预处理被拒绝。{why}',
  },

  // Checking and removing
  'models.whole': {
    en: '`{name}` is whole: {bytes}, SHA-256 {sha256}; {agreement}.',
    zh: '`{name}` 完好：{bytes}，SHA-256 {sha256}；{agreement}。',
  },
  'models.none-kept': {
    en: 'No encoder is kept. `npx gramarye models add vgg19` would fetch one.',
    zh: '没有已保存的编码器。可用 `npx gramarye models add vgg19` 获取。',
  },
  'models.nothing-fetched': {
    en: 'Nothing is here of {url}.',
    zh: '这里没有 {url} 的任何部分。',
  },
  'models.removed': { en: '`{name}` is removed.', zh: '已移除 `{name}`。' },
  'models.removed-download': {
    en: 'What was fetched of `{name}` is removed ({bytes}).',
    zh: '已移除 `{name}` 已下载的部分（{bytes}）。',
  },
} as const satisfies Record<string, Text>;
