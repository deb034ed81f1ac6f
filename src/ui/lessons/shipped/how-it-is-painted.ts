import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { gatys } from './graphs.ts';
import { watchIterations } from './tasks.ts';
import { gatysTitles } from './titles.ts';

const aboutThese = ['total', 'optimiser', 'output'];

const free = ['optimiser.learningRate', 'optimiser.method'];

/** Gradient descent on pixels: iterations, learning rate, Adam. */
export const howItIsPainted: Lesson = {
  id: 'how-it-is-painted',
  title: { en: 'How the picture gets painted', zh: '画面如何绘成' },
  summary: {
    en: 'Step by step downhill: gradient, learning rate, and why Adam needs no tuning.',
    zh: '一步步走下坡：梯度、学习率，以及 Adam 为何不必调参。',
  },
  minutes: 8,
  titles: gatysTitles,
  graphs: { painted: gatys({ style: 'woodblock-wave', size: 112, optimiser: { iterations: 4000 } }) },
  pages: [
    {
      title: { en: 'One step', zh: '一步' },
      text: {
        en: 'The [loss](term:loss) says how far off the picture is. Its [gradient](term:gradient) says, for every pixel and colour, whether a little brighter would be better or worse. One [iteration](term:iteration): find the gradient, and move *all* pixels a little the better way.\n\nThere is no brush, no plan. Only this step, again and again.',
        zh: '[损失](term:loss)说明画面差多远。它的[梯度](term:gradient)对每个像素的每种颜色说明：稍亮一点是更好还是更坏。一次[迭代](term:iteration)就是：求出梯度，把*所有*像素朝好的方向移动一点。\n\n没有画笔，没有计划，只有这一步，一再重复。',
      },
      graph: 'painted',
      unlocked: free,
      view: 'output',
      point: [{ type: 'part', part: 'transport' }],
      predict: {
        question: { en: 'After the first five steps, what will one see?', zh: '头五步之后会看到什么？' },
        choices: [
          { en: 'Nothing yet', zh: '还看不出什么' },
          { en: 'A tint and fine ripples, everywhere at once', zh: '色调与细纹，同时遍布各处' },
          { en: 'A finished patch in one corner', zh: '一角已经画完' },
        ],
        answer: 1,
        because: {
          en: 'Every pixel moves in every step, so the whole picture changes at once. Colours and small strokes come first; large shapes take many steps to agree.',
          zh: '每一步每个像素都在动，所以整幅画同时变化。先是颜色和小笔触；大的形状要许多步才能达成一致。',
        },
        holds: 'optimiser',
      },
      tasks: [
        {
          text: {
            en: 'Pause (Space), then take it step by step (the key `.`). Five iterations will do.',
            zh: '先暂停（空格），再一步步走（`.` 键）。五次迭代就够。',
          },
          when: { type: 'iterations', optimiser: 'optimiser', count: 5 },
        },
      ],
    },
    {
      title: { en: 'Downhill', zh: '下坡' },
      text: {
        en: 'Think of a landscape in which every possible picture is a place, and the loss its height. The gradient is the slope under one’s feet; one walks down in fog.\n\nFirst it is steep, then flat: most of the way is made in the first steps, and the rest refines.',
        zh: '设想一片地貌：每一幅可能的画是一个地点，损失是它的高度。梯度是脚下的坡；人在雾中往下走。\n\n先陡后平：大部分路程在最初几步走完，其余都是精修。',
      },
      formula: String.raw`x_{t+1} = x_t - \eta\, \frac{\partial L}{\partial x}`,
      unlocked: free,
      focus: aboutThese,
      view: 'output',
      point: [{ type: 'node', node: 'optimiser' }],
      tasks: [
        {
          text: {
            en: 'Begin again (Shift+R), and let it paint.',
            zh: '重新开始（Shift+R），让它绘制。',
          },
          when: { type: 'restarted', optimiser: 'optimiser' },
        },
        {
          text: {
            en: 'Wait until the loss has fallen to a third of what it was.',
            zh: '等到损失降到最初的三分之一。',
          },
          when: { type: 'loss', optimiser: 'optimiser', part: 0.34 },
        },
      ],
    },
    {
      title: { en: 'Steps too long', zh: '步子太大' },
      text: {
        en: 'How long a step is, the [learning rate](term:learning-rate) says. With Adam it is in units of the pixels’ range: 0.02 moves a pixel by up to a fiftieth from black to white.',
        zh: '步子多长由[学习率](term:learning-rate)决定。对 Adam，它以像素取值范围为单位：0.02 表示一步最多移动从黑到白的五十分之一。',
      },
      unlocked: free,
      focus: aboutThese,
      select: 'optimiser',
      view: 'output',
      point: [{ type: 'parameter', node: 'optimiser', param: 'learningRate' }],
      predict: {
        question: { en: 'A learning rate of 0.5: the picture will be …', zh: '学习率取 0.5，画面会……' },
        choices: [
          { en: 'ready twenty-five times sooner', zh: '快二十五倍完成' },
          { en: 'torn to gaudy noise', zh: '碎成花哨的噪点' },
          { en: 'frozen', zh: '静止不动' },
        ],
        answer: 1,
        because: {
          en: 'Each step leaps across the valley and lands on the other side, higher than before. The slope is only true close by.',
          zh: '每一步都跃过山谷，落在对面更高处。坡度只在近处为真。',
        },
      },
      tasks: [
        {
          text: { en: 'Set the learning rate to 0.5 or more.', zh: '把学习率设为 0.5 或更大。' },
          when: { type: 'parameter', node: 'optimiser', param: 'learningRate', above: 0.499 },
        },
        watchIterations(20),
        {
          text: {
            en: 'Bring it back to 0.05 or less. The picture recovers: nothing was lost but time.',
            zh: '把它调回 0.05 或更小。画面会恢复：失去的只是时间。',
          },
          when: { type: 'parameter', node: 'optimiser', param: 'learningRate', below: 0.051 },
        },
      ],
    },
    {
      title: { en: 'Steps too short', zh: '步子太小' },
      text: {
        en: 'The other mistake is harder to notice: everything looks well, and nothing happens.',
        zh: '另一种错误更难察觉：一切正常，却什么也没发生。',
      },
      unlocked: free,
      focus: aboutThese,
      select: 'optimiser',
      view: 'output',
      point: [{ type: 'parameter', node: 'optimiser', param: 'learningRate' }],
      tasks: [
        {
          text: { en: 'Set the learning rate to 0.0005 or less.', zh: '把学习率设为 0.0005 或更小。' },
          when: { type: 'parameter', node: 'optimiser', param: 'learningRate', below: 0.00051 },
        },
        {
          text: { en: 'Begin again.', zh: '重新开始。' },
          when: { type: 'restarted', optimiser: 'optimiser' },
        },
        {
          text: { en: 'Watch 20 iterations: still a photograph.', zh: '看 20 次迭代：还是一张照片。' },
          when: { type: 'iterations', optimiser: 'optimiser', count: 20 },
        },
      ],
    },
    {
      title: { en: 'Adam, and the bare method', zh: 'Adam 与最朴素的方法' },
      text: {
        en: '[Adam](term:adam) divides each pixel’s gradient by its usual size, so a pixel moves by about the learning rate whatever the loss weighs. Plain [gradient descent](term:gradient-descent) moves by the gradient itself, and that is tiny here: the loss is shared by forty thousand numbers.',
        zh: '[Adam](term:adam) 把每个像素的梯度除以它平常的大小，因此无论损失权重几何，像素每步大约移动一个学习率。朴素的[梯度下降](term:gradient-descent)按梯度本身移动，而梯度在这里极小：损失由几万个数分担。',
      },
      unlocked: free,
      focus: aboutThese,
      select: 'optimiser',
      view: 'output',
      point: [{ type: 'parameter', node: 'optimiser', param: 'method' }],
      predict: {
        question: {
          en: 'Gradient descent with a learning rate of 0.02, Adam’s favourite: after 30 steps …',
          zh: '梯度下降，学习率取 Adam 最爱的 0.02，30 步之后……',
        },
        choices: [
          { en: 'much the same as with Adam', zh: '与 Adam 差不多' },
          { en: 'almost nothing has changed', zh: '几乎没变' },
          { en: 'it is torn to noise', zh: '碎成噪点' },
        ],
        answer: 1,
        because: {
          en: 'The same number means another length. Plain descent wants a learning rate that fits the size of the loss; change a weight, and it must be found anew. Adam takes that off one’s hands.',
          zh: '同一个数意味着不同的长度。朴素下降需要与损失大小相称的学习率；改一个权重，就得重新寻找。Adam 省去了这件事。',
        },
      },
      tasks: [
        {
          text: { en: 'Set the learning rate to 0.02.', zh: '把学习率设为 0.02。' },
          when: { type: 'parameter', node: 'optimiser', param: 'learningRate', above: 0.0199, below: 0.0201 },
        },
        {
          text: {
            en: 'In the inspector, choose gradient descent with momentum as the method.',
            zh: '在检查器中，把方法选为带动量的梯度下降。',
          },
          when: { type: 'parameter', node: 'optimiser', param: 'method', is: 'momentum' },
        },
        watchIterations(30),
      ],
    },
  ],
};
