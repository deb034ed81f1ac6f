import type { Text } from '../text.ts';

/** What the command line says, and what opening files says. Placeholders follow ICU MessageFormat. */
export const cliMessages = {
  // Files
  'file.missing': {
    en: 'There is no file `{file}`. Check the name and the folder.',
    zh: '没有文件 `{file}`。请检查文件名和所在文件夹。',
  },
  'file.folder': { en: '`{file}` is a folder, not a file.', zh: '`{file}` 是文件夹，不是文件。' },
  'file.device': {
    en: '`{file}` is not a regular file. Save it to a file first.',
    zh: '`{file}` 不是普通文件。请先将其保存为文件。',
  },
  'file.forbidden': {
    en: '`{file}` may not be read. Change its permissions, or copy it to where you may.',
    zh: '没有读取 `{file}` 的权限。请更改其权限，或复制到可读取的位置。',
  },
  'file.too-large': {
    en: '`{file}` has {size}; up to {limit} are read.',
    zh: '`{file}` 大小为 {size}；最多读取 {limit}。',
  },
  'file.unreadable': { en: '`{file}` could not be read: {why}', zh: '无法读取 `{file}`：{why}' },
  'graph.not-text': {
    en: '`{file}` is not a graph: graphs are text files, usually named *.gramarye.json.',
    zh: '`{file}` 不是图文件：图文件是文本文件，通常名为 *.gramarye.json。',
  },
  'image.format': {
    en: '`{file}` is {format}, which is not read here. Save it as JPEG, PNG, WebP, AVIF, GIF or TIFF.',
    zh: '`{file}` 是 {format} 格式，此处无法读取。请另存为 JPEG、PNG、WebP、AVIF、GIF 或 TIFF。',
  },
  'image.not-a-picture': {
    en: '`{file}` is not a picture. Give a JPEG, PNG, WebP, AVIF, GIF or TIFF file.',
    zh: '`{file}` 不是图片。请提供 JPEG、PNG、WebP、AVIF、GIF 或 TIFF 文件。',
  },
  'image.damaged': {
    en: '`{file}` is damaged and cannot be decoded. Get it anew, or open it in an image editor and save it again.',
    zh: '`{file}` 已损坏，无法解码。请重新获取，或用图像编辑器打开后重新保存。',
  },
  'image.too-many-pixels': {
    en: '`{file}` has more pixels than can be decoded. Make it smaller in an image editor first.',
    zh: '`{file}` 的像素过多，无法解码。请先用图像编辑器缩小它。',
  },
  'image.scaled': {
    en: '`{file}` was scaled from {from} to {to} pixels: {limit} on the long side is the most that is used.',
    zh: '`{file}` 已从 {from} 缩小到 {to} 像素：长边最多使用 {limit} 像素。',
  },
  'image.no-sample': {
    en: 'There is no built-in picture `{name}`.{hint} There are: {names}.',
    zh: '没有内置图片 `{name}`。{hint}现有：{names}。',
  },
  'source.not-gathered': {
    en: '`{reference}` was not opened before it was asked for.',
    zh: '`{reference}` 在使用之前没有打开。',
  },

  // Changes from the outside
  'adjust.no-picture': {
    en: '`{node}` takes no picture. {count, plural, =0 {No node of this graph does.} one {{nodes} does.} other {These do: {nodes}.}}',
    zh: '`{node}` 不接受图片。{count, plural, =0 {此图中没有接受图片的节点。} other {接受图片的节点：{nodes}。}}',
  },
  'adjust.no-encoder': {
    en: 'The graph has no Encoder node, so there is no encoder to replace.',
    zh: '图中没有“编码器”节点，因此没有可替换的编码器。',
  },
  'adjust.no-resize': {
    en: 'The graph has no Resize node with a size of its own, so there is no size to change. Add one after the images.',
    zh: '图中没有自带尺寸的“缩放”节点，因此没有可更改的尺寸。请在图像之后添加一个。',
  },
  'adjust.no-optimiser': {
    en: 'The graph has no Optimiser node, so it has no iterations to set.',
    zh: '图中没有“优化器”节点，因此没有可设置的迭代次数。',
  },

  // Problems
  'problem.at-node': { en: '`{node}`: {reason}', zh: '节点 `{node}`：{reason}' },
  'problem.at-titled-node': { en: '`{node}` ({title}): {reason}', zh: '节点 `{node}`（{title}）：{reason}' },
  'problem.in-file': { en: '`{file}`: {reason}', zh: '文件 `{file}`：{reason}' },
  'problem.fix': { en: '  To mend it: {fix}.', zh: '  修复方法：{fix}。' },
  unexpected: {
    en: 'Something went wrong inside Gramarye: {why} Set GRAMARYE_DEBUG=1 to see where, and please report it.',
    zh: 'Gramarye 内部出错：{why} 设置 GRAMARYE_DEBUG=1 可查看出错位置，并请报告此问题。',
  },

  // Writing
  'output.ending': {
    en: '`{file}` should end in .png, .jpg or .webp: the ending says how the picture is written.',
    zh: '`{file}` 应以 .png、.jpg 或 .webp 结尾：扩展名决定图片的写入格式。',
  },
  'output.folder': {
    en: '`{file}` is a folder. Name a file in it.',
    zh: '`{file}` 是文件夹。请写出其中的文件名。',
  },
  'output.forbidden': {
    en: '`{file}` may not be written there. Choose another folder.',
    zh: '没有写入 `{file}` 的权限。请选择其他文件夹。',
  },
  'output.below-file': {
    en: '`{file}` cannot be written: part of its path is a file, not a folder.',
    zh: '无法写入 `{file}`：其路径中有一部分是文件而不是文件夹。',
  },
  'output.disk-full': {
    en: '`{file}` could not be written: the disk is full.',
    zh: '无法写入 `{file}`：磁盘已满。',
  },
  'output.unwritable': { en: '`{file}` could not be written: {why}', zh: '无法写入 `{file}`：{why}' },

  // Rendering
  'render.running-on': {
    en: 'Painting on {backend}, with up to {memory} of memory.',
    zh: '正在 {backend} 上绘制，最多使用 {memory} 内存。',
  },
  'render.stage': {
    en: '`{optimiser}`: {size} pixels, {iterations} iterations of {method}.',
    zh: '`{optimiser}`：{size} 像素，{method} 迭代 {iterations} 次。',
  },
  'render.preparing': {
    en: 'First what does not change: {ops, plural, one {# op} other {# ops}}.',
    zh: '首先计算不变的部分：{ops} 个运算。',
  },
  'render.stopping': {
    en: 'Stopping after this iteration. Press Ctrl-C again to quit at once, without a picture.',
    zh: '将在本次迭代后停止。再按一次 Ctrl-C 立即退出，不保留图片。',
  },
  'render.on-the-way': {
    en: '{count, plural, one {One picture on the way: `{first}`.} other {# pictures on the way: `{first}` to `{last}`.}}',
    zh: '过程图片 {count} 张：`{first}`{count, plural, =1 {} other { 到 `{last}`}}。',
  },
  'render.done': {
    en: '{count, plural, one {The picture is in {files}.} other {The pictures are in {files}.}}',
    zh: '图片已保存到 {files}。',
  },
  'render.stopped': {
    en: '{count, plural, one {Stopped. The picture after iteration {iteration} is in {files}.} other {Stopped. The pictures after iteration {iteration} are in {files}.}}',
    zh: '已停止。第 {iteration} 次迭代后的图片已保存到 {files}。',
  },
  'render.failed': {
    en: 'The last good picture, after iteration {iteration}, is in {files}.',
    zh: '最后一张正常的图片（第 {iteration} 次迭代之后）已保存到 {files}。',
  },
  'render.no-picture': {
    en: 'Stopped before there was a picture.',
    zh: '已停止，尚未产生图片。',
  },
  'progress.line': {
    en: '{optimiser}{iteration}/{iterations}{pace} · loss {total} ({terms})',
    zh: '{optimiser}{iteration}/{iterations}{pace} · 损失 {total}（{terms}）',
  },
  'progress.pace': { en: ' · {rate} it/s · {left} left', zh: ' · 每秒 {rate} 次 · 剩余 {left}' },

  // Planning and checking
  'plan.once': {
    en: 'Once: {ops, plural, one {# op} other {# ops}}, {flops}, peak {peak}.{loaded}',
    zh: '仅一次：{ops} 个运算，{flops}，峰值 {peak}。{loaded}',
  },
  'plan.loop': {
    en: 'Each iteration: {ops, plural, one {# op} other {# ops}}, {flops}, peak {peak}.{loaded}',
    zh: '每次迭代：{ops} 个运算，{flops}，峰值 {peak}。{loaded}',
  },
  'plan.in-bands': {
    en: 'To do with less memory, `{optimiser}` computes the {blocks, plural, one {first block} other {first # blocks}} of each encoder in bands of {rows} rows ({most} at most), and once more on the way back.',
    zh: '为节省内存，`{optimiser}` 把各编码器的前 {blocks} 个块按每带 {rows} 行（最多 {most} 带）分带计算，并在反向传播时重新计算。',
  },
  'plan.outputs': {
    en: 'For the outputs: {ops, plural, one {# op} other {# ops}}, {flops}, peak {peak}.{loaded}',
    zh: '用于输出：{ops} 个运算，{flops}，峰值 {peak}。{loaded}',
  },
  'plan.loads': {
    en: ' Loads {pictures, plural, =0 {} one {# picture and } other {# pictures and }}{weights, plural, one {# tensor} other {# tensors}} of weights, {bytes}.',
    zh: '载入 {pictures} 张图片和 {weights} 个权重张量，共 {bytes}。',
  },
  'plan.total': {
    en: 'In all: {outputs}; {flops}; takes {heap} of memory, at most {peak} of it alive at once; largest tensor {largest} ({largestBytes}).',
    zh: '总计：{outputs}；{flops}；占用内存 {heap}，同时存活的最多 {peak}；最大张量 {largest}（{largestBytes}）。',
  },
  'check.valid': {
    en: 'valid: {nodes, plural, one {# node} other {# nodes}}, {edges, plural, one {# wire} other {# wires}}; paints {outputs}.',
    zh: '有效：{nodes} 个节点，{edges} 条连线；绘制 {outputs}。',
  },

  // Help
  'help.gramarye': {
    en: 'Paints graphs of neural style transfer.',
    zh: '绘制神经风格迁移图。',
  },
  'help.version': { en: 'say the version', zh: '显示版本' },
  'help.help': { en: 'show this help', zh: '显示此帮助' },
  'help.render': {
    en: 'Paint a graph into a picture. Ctrl-C keeps the picture as it is then.',
    zh: '把图绘制成图片。按 Ctrl-C 可停止并保留当前图片。',
  },
  'help.plan': {
    en: 'Show what would run, once and in each iteration, and what it costs.',
    zh: '显示将运行的内容（一次性的与每次迭代的）及其开销。',
  },
  'help.check': {
    en: 'Say whether a graph is valid, or everything that is wrong with it.',
    zh: '说明图是否有效，或列出所有问题。',
  },
  'help.graph': {
    en: 'a graph file, *.gramarye.json, or a PNG that Gramarye saved',
    zh: '图文件 *.gramarye.json，或由 Gramarye 保存的 PNG',
  },
  'help.set': {
    en: 'set a parameter, such as style.weight=1e3; may be repeated',
    zh: '设置参数，例如 style.weight=1e3；可重复使用',
  },
  'help.image': {
    en: 'show a picture file at an Image node, such as content=cat.jpg; may be repeated',
    zh: '在图像节点使用图片文件，例如 content=cat.jpg；可重复使用',
  },
  'help.encoder': {
    en: 'take this encoder: lite, the name of one that was added, random:SEED, or a path',
    zh: '使用此编码器：lite、已添加的编码器名称、random:种子，或路径',
  },
  'help.size': {
    en: 'size of the largest Resize node; the others follow in proportion',
    zh: '最大的缩放节点的尺寸；其他节点按比例变化',
  },
  'help.iterations': { en: 'iterations of every optimiser', zh: '每个优化器的迭代次数' },
  'help.language': { en: 'language of what is said', zh: '显示语言' },
  'help.output': {
    en: 'the picture to write, .png, .jpg or .webp; of several Output nodes each gets FILE-NODE',
    zh: '要写入的图片（.png、.jpg 或 .webp）；有多个输出节点时各自写入“文件-节点”',
  },
  'help.backend': {
    en: 'where to compute; auto takes a GPU if there is one',
    zh: '计算后端；auto 在有 GPU 时使用 GPU',
  },
  'help.memory': {
    en: 'memory that painting may take, such as 1.5GB; what would take more is computed in bands, which takes longer',
    zh: '绘制可用的内存，例如 1.5GB；超出时改为分带计算，耗时更长',
  },
  'help.every': {
    en: 'also keep a picture every so many iterations, as FILE-0050',
    zh: '每隔若干次迭代另存一张图片，如“文件-0050”',
  },
  'help.trace': {
    en: 'write a line of JSON for each iteration, with every term of the loss',
    zh: '每次迭代写一行 JSON，包含损失的每一项',
  },
  'help.json': { en: 'as JSON, every op by itself', zh: '以 JSON 输出，逐个列出运算' },

  // Arguments that make no sense
  'usage.usage': { en: 'Usage:', zh: '用法：' },
  'usage.arguments': { en: 'Arguments:', zh: '参数：' },
  'usage.options': { en: 'Options:', zh: '选项：' },
  'usage.commands': { en: 'Commands:', zh: '命令：' },
  'usage.no-equals': { en: 'It should be NAME=VALUE.', zh: '应写作“名称=值”。' },
  'usage.no-count': { en: 'It should be a whole number from 1.', zh: '应为从 1 开始的整数。' },
  'usage.no-size': {
    en: 'It should be a size, such as 800MB or 1.5GB.',
    zh: '应为大小，例如 800MB 或 1.5GB。',
  },
  'usage.unknown-option': { en: 'There is no option `{name}`.{hint}', zh: '没有选项 `{name}`。{hint}' },
  'usage.unknown-command': { en: 'There is no command `{name}`.{hint}', zh: '没有命令 `{name}`。{hint}' },
  'usage.missing-argument': { en: 'The argument `{name}` is missing.', zh: '缺少参数 `{name}`。' },
  'usage.option-without-value': { en: '`{name}` needs a value.', zh: '`{name}` 需要一个值。' },
  'usage.missing-option': { en: '`{name}` is missing.', zh: '缺少 `{name}`。' },
  'usage.excess-arguments': {
    en: 'There are too many arguments. Names with spaces need quotes.',
    zh: '参数过多。带空格的名称需要加引号。',
  },
  'usage.invalid-value': {
    en: '`{value}` does not suit `{name}`. {why}',
    zh: '`{value}` 不适用于 `{name}`。{why}',
  },
  'help.edit': {
    en: 'Open the editor in the browser.',
    zh: '在浏览器中打开编辑器。',
  },
  'help.port': {
    en: 'Serve it at this port (5170, or any that is free)',
    zh: '使用的端口（默认 5170 或任一空闲端口）',
  },
  'help.no-open': { en: 'Only say its address', zh: '只显示地址，不打开浏览器' },
  'edit.no-port': {
    en: '{text} is no port: a whole number from 0 to 65535.',
    zh: '{text} 不是端口：应为 0 到 65535 的整数。',
  },
  'edit.not-built': {
    en: 'The editor is not built yet. Run `npm run build` in Gramarye’s folder, then try again.',
    zh: '编辑器尚未构建。请在 Gramarye 的文件夹中运行 `npm run build`，然后重试。',
  },
  'edit.port-taken': {
    en: 'Port {port} is taken. Name another with --port, or leave it out.',
    zh: '端口 {port} 已被占用。请用 --port 指定另一个端口，或不指定。',
  },
  'edit.address': {
    en: 'The editor is at {address} (Ctrl-C ends it).',
    zh: '编辑器地址：{address}（按 Ctrl-C 结束）。',
  },
} as const satisfies Record<string, Text>;
