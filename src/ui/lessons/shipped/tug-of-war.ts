import type { Lesson } from '../../../graph/lesson/lesson.ts';
import { gatys } from './graphs.ts';
import { watchIterations } from './tasks.ts';
import { gatysTitles } from './titles.ts';

const aboutThese = ['contentLoss', 'styleLoss', 'total', 'optimiser', 'output'];

const free = ['styleLoss.weight', 'contentLoss.weight'];

/** Weights, their proportion, and what balance is for. */
export const tugOfWar: Lesson = {
  id: 'tug-of-war',
  title: { en: 'The tug of war', zh: '拔河' },
  summary: {
    en: 'Content pulls one way, style the other. Weights decide, and only their proportion counts.',
    zh: '内容往一边拉，风格往另一边拉。由权重决定，而且只看它们的比例。',
  },
  minutes: 7,
  titles: gatysTitles,
  graphs: { war: gatys({ styleWeight: 0.2, optimiser: { iterations: 4000 } }) },
  pages: [
    {
      title: { en: 'Two wishes, one picture', zh: '两个愿望，一幅画' },
      text: {
        en: 'The picture should have the lake’s [content](term:content) *and* the night sky’s [style](term:style). Each wish is a [loss](term:loss); the [Weighted sum](node:weighted-sum) adds them into the one number that is made smaller.\n\nNo picture fulfils both. At every pixel the two pull, and the painting ends where they hold each other.',
        zh: '画面既要有湖的[内容](term:content)，*又*要有夜空的[风格](term:style)。每个愿望是一个[损失](term:loss)；[加权和](node:weighted-sum)把它们加成一个数，再使它变小。\n\n没有哪幅画能同时满足两者。两股力在每个像素上拉扯，画面停在势均力敌之处。',
      },
      graph: 'war',
      unlocked: free,
      focus: aboutThese,
      view: 'output',
      point: [
        { type: 'node', node: 'contentLoss' },
        { type: 'node', node: 'styleLoss' },
      ],
      tasks: [
        {
          text: {
            en: 'Watch 30 iterations, and the shares of the two losses.',
            zh: '看 30 次迭代，留意两个损失所占的比例。',
          },
          when: { type: 'iterations', optimiser: 'optimiser', count: 30 },
        },
      ],
    },
    {
      title: { en: 'Pull harder', zh: '用力拉' },
      text: {
        en: 'A [weight](term:weight) says how hard a loss pulls. It is [live](term:live-parameter): the painting under way takes it up at its next [iteration](term:iteration), nothing is computed anew.',
        zh: '[权重](term:weight)决定一个损失拉得多用力。它是[实时](term:live-parameter)的：进行中的绘制在下一次[迭代](term:iteration)就会采用，什么都不用重新计算。',
      },
      unlocked: free,
      focus: aboutThese,
      select: 'styleLoss',
      point: [{ type: 'parameter', node: 'styleLoss', param: 'weight' }],
      predict: {
        question: {
          en: 'The style’s weight goes from 0.2 to 100. What becomes of the mountains?',
          zh: '风格的权重从 0.2 升到 100。山会怎样？',
        },
        choices: [
          { en: 'They stay, painted more boldly', zh: '还在，只是画得更大胆' },
          { en: 'They dissolve in swirls and lights', zh: '溶入漩涡与光亮之中' },
          { en: 'The picture starts over from noise', zh: '画面从噪声重新开始' },
        ],
        answer: 1,
        because: {
          en: 'At five hundred times the pull, keeping the mountains is hardly worth anything any more. The picture goes on from where it was, towards the strokes.',
          zh: '拉力增至五百倍，保住山几乎不再划算。画面从原处继续，朝笔触而去。',
        },
      },
      tasks: [
        {
          text: {
            en: 'Set the Style loss’s weight to 100 or more.',
            zh: '把“风格损失”的权重设为 100 或更大。',
          },
          when: { type: 'parameter', node: 'styleLoss', param: 'weight', above: 99 },
        },
        watchIterations(40),
      ],
    },
    {
      title: { en: 'And back', zh: '再拉回来' },
      text: {
        en: 'The content still knows where the mountains were: its [target](term:target) was computed once and is kept. Give it the stronger arm again.',
        zh: '内容仍记得山在哪里：它的[目标](term:target)算过一次并保留着。再把更强的手臂还给它。',
      },
      unlocked: free,
      focus: aboutThese,
      select: 'styleLoss',
      point: [{ type: 'parameter', node: 'styleLoss', param: 'weight' }],
      tasks: [
        {
          text: { en: 'Bring the Style loss’s weight below 1.', zh: '把“风格损失”的权重降到 1 以下。' },
          when: { type: 'parameter', node: 'styleLoss', param: 'weight', below: 1 },
        },
        {
          text: { en: 'Watch the mountains return for 40 iterations.', zh: '看 40 次迭代，山会回来。' },
          when: { type: 'iterations', optimiser: 'optimiser', count: 40 },
        },
      ],
    },
    {
      title: { en: 'Only the proportion counts', zh: '只看比例' },
      text: {
        en: 'A rope does not move because both teams grow twice as strong. With [Adam](term:adam), which measures its steps by the slope itself, not even the pace changes.',
        zh: '两队都强壮一倍，绳子不会动。用 [Adam](term:adam) 时，步长按坡度本身来量，连快慢也不变。',
      },
      unlocked: free,
      focus: aboutThese,
      predict: {
        question: {
          en: 'Both weights ten times as large: the picture will be …',
          zh: '两个权重都乘以十，画面会……',
        },
        choices: [
          { en: 'ten times as stylised', zh: '风格化十倍' },
          { en: 'the same', zh: '一样' },
          { en: 'painted ten times as fast', zh: '画得快十倍' },
        ],
        answer: 1,
        because: {
          en: 'The sum is ten times as large everywhere, so its lowest point is at the same picture. Papers that quote a weight without the other one tell nothing.',
          zh: '总和处处变为十倍，最低点仍在同一幅画。只给出一个权重而不给另一个的论文，等于什么也没说。',
        },
      },
      point: [
        { type: 'parameter', node: 'styleLoss', param: 'weight' },
        { type: 'parameter', node: 'contentLoss', param: 'weight' },
      ],
      tasks: [
        {
          text: { en: 'Set the Content loss’s weight to 20.', zh: '把“内容损失”的权重设为 20。' },
          when: { type: 'parameter', node: 'contentLoss', param: 'weight', above: 19.9, below: 20.1 },
        },
        {
          text: { en: 'Set the Style loss’s weight to 2.', zh: '把“风格损失”的权重设为 2。' },
          when: { type: 'parameter', node: 'styleLoss', param: 'weight', above: 1.99, below: 2.01 },
        },
        watchIterations(30),
      ],
    },
    {
      title: { en: 'A fair fight', zh: '公平较量' },
      text: {
        en: 'Inside the style, too, there is a tug of war: its four [layers](term:layer) pull against each other. Their raw numbers differ enormously. [Balance](term:balance) divides each by the size of its own target, so that equal weights mean about equal pull.\n\nOn the Style loss, the bars show each layer’s share.',
        zh: '风格内部也在拔河：四个[层](term:layer)互相拉扯，原始数值相差悬殊。[平衡](term:balance)把每层除以自身目标的大小，使相同的权重意味着大致相同的拉力。\n\n“风格损失”上的条形显示各层所占的份额。',
      },
      unlocked: ['styleLoss.weight', 'styleLoss.balance', 'contentLoss.weight'],
      focus: aboutThese,
      select: 'styleLoss',
      point: [{ type: 'parameter', node: 'styleLoss', param: 'balance' }],
      tasks: [
        {
          text: {
            en: 'Switch Balance off (in the inspector) and watch the shares: one layer does nearly all the pulling.',
            zh: '在检查器中关闭“平衡”，观察份额：几乎全由一层在拉。',
          },
          when: { type: 'parameter', node: 'styleLoss', param: 'balance', is: false },
        },
        {
          text: { en: 'Switch it on again.', zh: '再把它打开。' },
          when: { type: 'parameter', node: 'styleLoss', param: 'balance', is: true },
        },
      ],
    },
  ],
};
