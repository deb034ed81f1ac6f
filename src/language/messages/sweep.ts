import type { Text } from '../text.ts';

/** What is said of parameter sweeps. Placeholders follow ICU MessageFormat. */
export const sweepMessages = {
  // What is to be varied
  'sweep.axes': {
    en: 'A sweep varies one or two parameters; this one names {count}. Give --vary NODE.PARAM=VALUE,VALUE once or twice.',
    zh: '一次扫描改变一个或两个参数；此处给出了 {count} 个。请使用一次或两次 --vary 节点.参数=值,值。',
  },
  'sweep.axis-twice': {
    en: '`{path}` is varied twice. Put all of its values into one --vary, with commas between them.',
    zh: '`{path}` 出现了两次。请把它的所有值写进同一个 --vary，用逗号分隔。',
  },
  'sweep.axis-within': {
    en: '`{part}` is a part of `{whole}`, so the two cannot be varied at once.',
    zh: '`{part}` 是 `{whole}` 的一部分，二者不能同时改变。',
  },
  'sweep.no-effect': {
    en: '`{path}` changes nothing that this graph paints: every picture would be the same. Check the name, and that the node leads to an Output.',
    zh: '`{path}` 不会改变此图绘制的任何内容：所有图片都会相同。请检查名称，以及该节点是否通向“输出”节点。',
  },
  'sweep.empty-value': {
    en: '`{path}` has an empty value. Write its values with one comma between two, such as `{example}`.',
    zh: '`{path}` 有一个空值。请用一个逗号分隔相邻的值，例如 `{example}`。',
  },
  'sweep.range': {
    en: '`{text}` is no range for `{path}`. Write lin(FROM,TO,COUNT) for even steps or log(FROM,TO,COUNT) for even factors, such as log(1,1000,4); the count is a whole number from 2 to {most}, and log takes only numbers above 0.',
    zh: '`{text}` 不是 `{path}` 的取值范围。等差请写 lin(起,止,个数)，等比请写 log(起,止,个数)，例如 log(1,1000,4)；个数为 2 到 {most} 的整数，log 只接受大于 0 的数。',
  },
  'sweep.too-many-cells': {
    en: 'These values make {count, number} pictures; a sweep has at most {most, number}. Leave some values out.',
    zh: '这些值会产生 {count, number} 张图片；一次扫描最多 {most, number} 张。请减少一些值。',
  },
  'sweep.shard': {
    en: '`{text}` is no shard. Write which of how many, counted from 1: 1/4, 2/4, 3/4, 4/4.',
    zh: '`{text}` 不是分片。请写“第几片/共几片”，从 1 开始：1/4、2/4、3/4、4/4。',
  },
  'sweep.shard-from-zero': {
    en: 'Shards are counted from 1, so `{text}` is none of them: the first of {of} is 1/{of}. Where a scheduler counts from 0, add 1.',
    zh: '分片从 1 开始计数，没有 `{text}`：{of} 片中的第一片是 1/{of}。如果调度器从 0 开始计数，请加 1。',
  },

  // The folder
  'sweep.other-graph': {
    en: '`{folder}` holds a sweep of another graph, or of the same one with other settings. Choose another folder, or delete that one.',
    zh: '`{folder}` 中是另一个图的扫描结果，或同一个图在其他设置下的结果。请选择其他文件夹，或删除该文件夹。',
  },
  'sweep.other-axes': {
    en: '`{folder}` holds a sweep of {axes}. Choose another folder for other parameters.',
    zh: '`{folder}` 中是对 {axes} 的扫描。改变其他参数请选择另一个文件夹。',
  },
  'sweep.no-sweep': {
    en: '`{folder}` holds no sweep: it has no sweep.json. Name the folder that was given to `sweep -o`.',
    zh: '`{folder}` 中没有扫描结果：缺少 sweep.json。请写 `sweep -o` 所用的文件夹。',
  },
  'sweep.damaged': {
    en: '`{file}` is damaged. Delete it and run the sweep again: pictures that are done are kept.',
    zh: '`{file}` 已损坏。请删除它并重新运行扫描：已完成的图片会保留。',
  },

  // On the way
  'sweep.begins': {
    en: 'Painting on {backend}: {count, plural, one {# picture} other {# pictures}}, varying {axes}.',
    zh: '正在 {backend} 上绘制：共 {count} 张图片，改变 {axes}。',
  },
  'sweep.begins-shard': {
    en: 'Painting on {backend}: {count, plural, one {# picture} other {# pictures}} of {all}, varying {axes}; shard {shard}.',
    zh: '正在 {backend} 上绘制：{all} 张中的 {count} 张图片，改变 {axes}；分片 {shard}。',
  },
  'sweep.cell': {
    en: '{at} of {count}: {values}',
    zh: '第 {at} 张，共 {count} 张：{values}',
  },
  'sweep.cell-failed': { en: '{values} failed. {reason}', zh: '{values} 失败。{reason}' },
  'sweep.cell-failed-alike': {
    en: '{values} failed for the same reason.',
    zh: '{values} 因相同原因失败。',
  },
  'sweep.stopping': {
    en: 'Stopping after this iteration; what is done is kept. Press Ctrl-C again to quit at once.',
    zh: '将在本次迭代后停止；已完成的会保留。再按一次 Ctrl-C 立即退出。',
  },
  'sweep.lost': {
    en: '{reason} Run the same command again: it goes on with what is missing.',
    zh: '{reason}再次运行同一命令即可继续未完成的部分。',
  },
  'sweep.no-font': {
    en: 'There is no font on this machine, so the contact sheet has no words. Install one, such as DejaVu (fonts-dejavu-core), or run `gramarye sheet {folder}` where there is one.',
    zh: '此机器上没有字体，因此总览图上没有文字。请安装一种字体，例如 DejaVu（fonts-dejavu-core），或在有字体的机器上运行 `gramarye sheet {folder}`。',
  },

  // At the end
  'sweep.done': {
    en: '{done} of {all, plural, one {# picture} other {# pictures}}{kept, plural, =0 {} other { (# from before)}} in `{folder}`; see `{sheet}` and `{table}`.',
    zh: '{all} 张图片中的 {done} 张{kept, plural, =0 {} other {（其中 # 张先前已有）}}已在 `{folder}` 中；参见 `{sheet}` 和 `{table}`。',
  },
  'sweep.failed': {
    en: '{count, plural, one {# picture} other {# pictures}} failed; the table says why.',
    zh: '{count} 张图片失败；原因见表格。',
  },
  'sweep.stopped': {
    en: 'Stopped. Run the same command again to go on.',
    zh: '已停止。再次运行同一命令即可继续。',
  },

  // The contact sheet
  'sheet.loss': { en: 'loss {loss}', zh: '损失 {loss}' },
  'sheet.missing': { en: 'not painted yet', zh: '尚未绘制' },
  'sheet.failed': { en: 'failed', zh: '失败' },
  'sheet.failed-at': {
    en: 'failed; after iteration {iteration}',
    zh: '失败；第 {iteration} 次迭代后',
  },
  'sheet.picture-gone': { en: 'the picture is gone', zh: '图片已不在' },

  // Help
  'help.sweep': {
    en: 'Paint a graph many times, one or two of its parameters varied, into a folder with a contact sheet and a table. Run again, it paints only what is missing.',
    zh: '改变图的一个或两个参数，绘制多次，并在文件夹中生成总览图和表格。再次运行时只绘制缺少的部分。',
  },
  'help.sheet': {
    en: 'Make the contact sheet and the table of a sweep anew, from the pictures that are in its folder.',
    zh: '根据扫描文件夹中已有的图片，重新生成总览图和表格。',
  },
  'help.vary': {
    en: 'a parameter and its values, such as style.weight=1,10,100 or "style.weight=log(1,100,3)" or taps.layers=relu1_1,relu1_1+relu2_1; once or twice: the first across, the second down',
    zh: '参数及其取值，例如 style.weight=1,10,100、"style.weight=log(1,100,3)" 或 taps.layers=relu1_1,relu1_1+relu2_1；可用一次或两次：第一个横排，第二个竖排',
  },
  'help.sweep-output': {
    en: 'the folder for the pictures, the contact sheet and the table',
    zh: '存放图片、总览图和表格的文件夹',
  },
  'help.shard': {
    en: 'paint only this part, such as 2/4, the second of four; other parts may run at the same time',
    zh: '只绘制这一部分，例如 2/4 表示四份中的第二份；其他部分可同时运行',
  },
  'help.sheet-folder': { en: 'the folder of a sweep', zh: '扫描的文件夹' },
} as const satisfies Record<string, Text>;
