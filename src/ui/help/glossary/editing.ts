/** Words for graphs, and for what Gramarye does with them. */
import type { GlossaryEntry } from './entry.ts';

export const editing: readonly GlossaryEntry[] = [
  {
    id: 'graph',
    term: { en: 'Graph', zh: '图' },
    also: 'node wire 节点 连线',
    text: {
      en: 'A recipe for a picture, drawn: *nodes* that do one thing each, and *wires* that carry what one gives to another. What nothing asks for is not computed.',
      zh: '画出来的图像配方：每个*节点*做一件事，*连线*把一个节点给出的东西送到另一个。没有谁需要的东西不会计算。',
    },
  },
  {
    id: 'port',
    term: { en: 'Port', zh: '端口' },
    also: 'socket type 插口 类型',
    text: {
      en: 'Where a wire begins or ends. Its colour tells what it carries: an image, an [encoder](term:encoder), [features](term:feature), [statistics](term:statistics), a [loss](term:loss). Only what fits can be wired; a refusal says why.',
      zh: '连线的起点或终点。颜色表示它传递什么：图像、[编码器](term:encoder)、[特征](term:feature)、[统计量](term:statistics)、[损失](term:loss)。只有相符的才能相连；拒绝时会说明原因。',
    },
  },
  {
    id: 'picture',
    term: { en: 'The picture', zh: '画面' },
    text: {
      en: 'The image whose pixels the [optimiser](term:optimiser) changes: the only thing in a graph that is not fixed. The [encoder](term:encoder) stays as it is. In most of machine learning it is the other way round.',
      zh: '像素由[优化器](term:optimiser)改变的那幅图像：图中唯一不固定的东西。[编码器](term:encoder)保持不变。机器学习大多数时候正好相反。',
    },
    kinds: ['picture'],
  },
  {
    id: 'live-parameter',
    term: { en: 'Live parameter', zh: '实时参数' },
    text: {
      en: 'A number that the painting takes up at its next [iteration](term:iteration), without computing anything anew: [weights](term:weight) and the [learning rate](term:learning-rate). Other parameters change the program itself.',
      zh: '绘制在下一次[迭代](term:iteration)就会采用、无需重新计算任何东西的数：[权重](term:weight)与[学习率](term:learning-rate)。其他参数会改变程序本身。',
    },
  },
  {
    id: 'mute-and-bypass',
    term: { en: 'Mute and bypass', zh: '静音与旁路' },
    also: 'off disable 关闭',
    text: {
      en: 'Two ways to switch a node off without taking it out. A *muted* node gives nothing: a loss that is muted does not count. A *bypassed* one hands on what it takes.',
      zh: '不取出节点而关掉它的两种方式。*静音*的节点什么也不给出：静音的损失不计入。*旁路*的节点原样传出所得。',
    },
  },
  {
    id: 'checkpoint',
    term: { en: 'Checkpoint', zh: '检查点' },
    text: {
      en: 'Everything that it takes to go on from an earlier [iteration](term:iteration): the [picture](term:picture), and what the [optimiser](term:optimiser) remembers. They are the marks on the timeline below the picture; choose one to look at it, and to paint on from there.',
      zh: '从先前某次[迭代](term:iteration)继续所需的一切：[画面](term:picture)，以及[优化器](term:optimiser)记住的东西。它们是画面下方时间线上的刻度；选中一个即可查看，并从那里继续绘制。',
    },
    kinds: ['optimiser'],
  },
  {
    id: 'plan',
    term: { en: 'Plan', zh: '计划' },
    also: 'compile memory FLOPs 编译 内存',
    text: {
      en: 'What the compiler makes of a [graph](term:graph): what to compute once ([targets](term:target)), what in every [iteration](term:iteration), in which order, and when memory is given back. Sizes and costs are known before anything runs.',
      zh: '编译器由[图](term:graph)得出的东西：哪些只算一次（[目标](term:target)），哪些每次[迭代](term:iteration)都算，顺序如何，何时归还内存。运行之前尺寸与代价就已知道。',
    },
  },
  {
    id: 'cache',
    term: { en: 'Cache', zh: '缓存' },
    also: 'hit miss 命中',
    text: {
      en: 'What was computed and is still kept. Undo an edit, and what belonged to the state before is there again at once. Each node can tell whether its values were there, and if not, why.',
      zh: '算过且仍保留的东西。撤销一次编辑，先前状态的结果立刻就在。每个节点都能说明它的值是否已在，若不在，为什么。',
    },
  },
  {
    id: 'sweep',
    term: { en: 'Sweep', zh: '扫描' },
    text: {
      en: 'One graph painted for many values of one or two parameters, as a grid of pictures: the quickest way to see what a number does.',
      zh: '让一两个参数取许多值，把同一张图各画一遍，排成画格：看清一个数有何作用的最快办法。',
    },
  },
  {
    id: 'recipe',
    term: { en: 'Recipe', zh: '配方' },
    text: {
      en: 'The graph within a saved picture, with all it takes to paint it again: seed, encoder, device, iterations. Drop such a picture on the page, and its graph opens.',
      zh: '保存的图片中所含的图，连同重画所需的一切：种子、编码器、设备、迭代次数。把这样的图片拖到页面上，它的图就会打开。',
    },
  },
  {
    id: 'backend',
    term: { en: 'Device', zh: '设备' },
    also: 'backend GPU CPU WebGPU WebAssembly 后端',
    text: {
      en: 'What computes: the graphics processor (through WebGPU) where there is one, else the processor (through WebAssembly). The same graph gives the same picture on the same device; between devices, tiny differences grow over many [iterations](term:iteration).',
      zh: '进行计算的部件：有图形处理器时用它（经 WebGPU），否则用处理器（经 WebAssembly）。同一设备上，同一张图给出同一幅画；不同设备之间，微小差异会随[迭代](term:iteration)增长。',
    },
  },
];
