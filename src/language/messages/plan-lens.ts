import type { Text } from '../text.ts';

/** What is said of a plan that is looked at in the page. */
export const planLensMessages = {
  'plan-lens.title': { en: 'The plan', zh: '执行计划' },
  'plan-lens.about': {
    en: 'What the compiler made of the graph. Point at a row to see whose it is; select a node to see its rows.',
    zh: '编译器由此图得出的计划。指向一行，看它属于谁；选中节点，看它的各行。',
  },
  'plan-lens.close': { en: 'Close the plan', zh: '关闭计划' },
  'plan-lens.none': {
    en: 'There is no plan yet: the graph cannot be run as it is.',
    zh: '还没有计划：此图目前无法运行。',
  },
  'plan-lens.once': { en: 'Once', zh: '一次' },
  'plan-lens.loop': { en: 'Each iteration', zh: '每次迭代' },
  'plan-lens.outputs': { en: 'For the outputs', zh: '用于输出' },
  'plan-lens.stage': {
    en: '{width}×{height} px, {iterations, plural, one {# iteration} other {# iterations}}, {total} in all',
    zh: '{width}×{height} 像素，{iterations} 次迭代，共 {total}',
  },
  'plan-lens.bands': {
    en: 'In bands of {rows} rows to save memory; {blocks, plural, one {the first block} other {the first # blocks}} of each encoder computed twice',
    zh: '为节省内存按每带 {rows} 行分带计算；各编码器的前 {blocks} 个块计算两次',
  },
  'plan-lens.heap': {
    en: 'Takes {heap} of memory; at most {peak} of it alive at once',
    zh: '占用内存 {heap}，同时存活的最多 {peak}',
  },
  'plan-lens.part': {
    en: '{ops, plural, one {# op} other {# ops}} · {flops} · at most {peak} alive',
    zh: '{ops} 个运算 · {flops} · 峰值 {peak}',
  },
  'plan-lens.alive': { en: 'Memory alive step by step, at most {peak}', zh: '逐步占用的内存，峰值 {peak}' },
  'plan-lens.shared': { en: 'shared by {count}', zh: '{count} 个节点共用' },
  'plan-lens.nobody': { en: 'The loop itself', zh: '循环本身' },
  'plan-lens.kept': { en: 'kept', zh: '保留' },
  'plan-lens.until': { en: 'until {node}', zh: '至 {node}' },
} as const satisfies Record<string, Text>;
