/** Words for how a picture gets painted. */
import type { GlossaryEntry } from './entry.ts';

export const painting: readonly GlossaryEntry[] = [
  {
    id: 'loss',
    term: { en: 'Loss', zh: '损失' },
    also: 'objective error 目标函数',
    text: {
      en: 'One number that says how far the picture is from what is wanted; nought would be perfect. Painting means to make it smaller. A graph has several, such as those of [content](term:content) and [style](term:style), and adds them up with their [weights](term:weight).',
      zh: '一个数，说明画面离目标还有多远，零为完美。绘制就是让它变小。一张图里有若干个损失，例如[内容](term:content)与[风格](term:style)，按各自的[权重](term:weight)相加。',
    },
    kinds: ['content-loss', 'style-loss', 'weighted-sum'],
  },
  {
    id: 'weight',
    term: { en: 'Weight of a loss', zh: '损失的权重' },
    text: {
      en: 'How much a [loss](term:loss) counts in the sum. Twice the weight pulls twice as hard on the pixels. Only the proportion of the weights matters for where the picture ends; it may be changed while it paints.',
      zh: '一个[损失](term:loss)在总和中占多少分量。权重加倍，对像素的拉力也加倍。画面最终如何只取决于各权重之比；绘制中可随时更改。',
    },
    kinds: ['content-loss', 'style-loss', 'total-variation', 'weighted-sum'],
  },
  {
    id: 'balance',
    term: { en: 'Balance', zh: '平衡' },
    text: {
      en: 'Losses at different [layers](term:layer) come in very different sizes, because their [features](term:feature) do. Balanced, each one is divided by the size of its own [target](term:target): a loss of 1 then means “as far off as nothing at all”, and equal [weights](term:weight) pull about equally.',
      zh: '不同[层](term:layer)的[特征](term:feature)大小悬殊，损失也就大小悬殊。平衡时，每个损失除以自身[目标](term:target)的大小：损失为 1 意味着“与一片空白一样远”，相同的[权重](term:weight)拉力也大致相同。',
    },
    kinds: ['content-loss', 'style-loss'],
  },
  {
    id: 'total-variation',
    term: { en: 'Total variation', zh: '全变差' },
    also: 'TV smoothness 平滑',
    text: {
      en: 'How much neighbouring pixels differ, summed over the picture. As a [loss](term:loss) with a small [weight](term:weight) it takes off the fine noise that the [gradient](term:gradient) of an [encoder](term:encoder) likes to leave; with a large one, it blurs.',
      zh: '相邻像素差异之总和。作为[权重](term:weight)较小的[损失](term:loss)，它去掉[编码器](term:encoder)的[梯度](term:gradient)容易留下的细碎噪点；权重大则使画面模糊。',
    },
    kinds: ['total-variation'],
  },
  {
    id: 'gradient',
    term: { en: 'Gradient', zh: '梯度' },
    text: {
      en: 'For every pixel and colour: would the [loss](term:loss) rise or fall if this became a little brighter, and how fast? It is as large as the picture itself. The picture is then moved the other way, downhill.',
      zh: '对每个像素的每种颜色：若它稍亮一点，[损失](term:loss)会升还是降，多快？梯度与画面一样大。随后画面朝相反方向移动，也就是下坡。',
    },
    formula: String.raw`g = \frac{\partial L}{\partial x}`,
    kinds: ['optimiser'],
  },
  {
    id: 'backpropagation',
    term: { en: 'Backward pass', zh: '反向传播' },
    also: 'backpropagation autodiff 自动微分',
    text: {
      en: 'How the [gradient](term:gradient) is found: from the [loss](term:loss) back through every [layer](term:layer) to the pixels, each step handing on by a [vector-Jacobian product](term:vector-jacobian-product) how much it is to blame. It costs about as much as the way forward.',
      zh: '[梯度](term:gradient)如何求得：从[损失](term:loss)经每一[层](term:layer)倒退回像素，每一步用[向量-雅可比积](term:vector-jacobian-product)把自己该负的责任传下去。代价与前向大致相当。',
    },
  },
  {
    id: 'vector-jacobian-product',
    term: { en: 'Vector-Jacobian product', zh: '向量-雅可比积' },
    also: 'VJP chain rule 链式法则',
    text: {
      en: 'The chain rule for one step of a computation: given how the [loss](term:loss) changes with what comes *out*, it tells how the loss changes with what went *in*. The table of all derivatives (the Jacobian) is never written down. For a [convolution](term:convolution) the product is a convolution again, with its kernel turned round.',
      zh: '一步计算的链式法则：已知[损失](term:loss)如何随*输出*变化，给出它如何随*输入*变化。全部导数的表（雅可比矩阵）从不写出来。对[卷积](term:convolution)而言，这个积仍是卷积，只是卷积核被翻转。',
    },
    formula: String.raw`\bar x = J^\top \bar y,\qquad J = \frac{\partial y}{\partial x}`,
  },
  {
    id: 'optimiser',
    term: { en: 'Optimiser', zh: '优化器' },
    text: {
      en: 'Whoever moves the pixels. In each [iteration](term:iteration) it asks for the [gradient](term:gradient) and takes a step against it. [Gradient descent](term:gradient-descent), [Adam](term:adam) and L-BFGS differ in how a gradient becomes a step.',
      zh: '移动像素的一方。每次[迭代](term:iteration)它求出[梯度](term:gradient)，并逆着它走一步。[梯度下降](term:gradient-descent)、[Adam](term:adam) 与 L-BFGS 的差别在于梯度如何变成一步。',
    },
    kinds: ['optimiser'],
  },
  {
    id: 'iteration',
    term: { en: 'Iteration', zh: '迭代' },
    text: {
      en: 'Once forward (how far off is the picture?), once back (which way is better?), and one step of all pixels. A painting takes a few hundred.',
      zh: '前向一次（画面差多远？），反向一次（朝哪边更好？），所有像素走一步。一幅画需要几百次。',
    },
    kinds: ['optimiser'],
  },
  {
    id: 'learning-rate',
    term: { en: 'Learning rate', zh: '学习率' },
    also: 'step size 步长',
    text: {
      en: 'The length of a step. Too small, and the picture hardly moves; too large, and it leaps over the valley from one side to the other, and never gets down.',
      zh: '一步的长度。太小，画面几乎不动；太大，它在谷的两侧跳来跳去，永远下不去。',
    },
    kinds: ['optimiser'],
  },
  {
    id: 'gradient-descent',
    term: { en: 'Gradient descent', zh: '梯度下降' },
    text: {
      en: 'The simplest [optimiser](term:optimiser): a step is the [gradient](term:gradient) times the [learning rate](term:learning-rate), downhill. With *momentum* it keeps some of its speed, as a ball does that rolls.',
      zh: '最简单的[优化器](term:optimiser)：一步等于[梯度](term:gradient)乘以[学习率](term:learning-rate)，朝下坡走。带*动量*时它保留部分速度，像滚动的球。',
    },
    formula: String.raw`x_{t+1} = x_t - \eta\, g_t`,
    kinds: ['optimiser'],
  },
  {
    id: 'adam',
    term: { en: 'Adam', zh: 'Adam' },
    text: {
      en: 'An [optimiser](term:optimiser) that gives each pixel a step of its own: it divides the [gradient](term:gradient) by how large it has lately been there. So every pixel moves by about the [learning rate](term:learning-rate), whether the slope is gentle or steep, and whatever the [weights](term:weight) are.',
      zh: '为每个像素给出各自步长的[优化器](term:optimiser)：把[梯度](term:gradient)除以该处近来的大小。于是无论坡缓坡陡、[权重](term:weight)几何，每个像素每步大约移动一个[学习率](term:learning-rate)。',
    },
    kinds: ['optimiser'],
  },
  {
    id: 'l-bfgs',
    term: { en: 'L-BFGS', zh: 'L-BFGS' },
    text: {
      en: 'An [optimiser](term:optimiser) that learns from its last steps how the ground bends, and aims for the bottom of the valley. Gatys used it. It needs few [iterations](term:iteration), and dislikes it when [weights](term:weight) change under its feet.',
      zh: '从最近几步学到地面如何弯曲、并直指谷底的[优化器](term:optimiser)。Gatys 用的就是它。所需[迭代](term:iteration)少，但不喜欢脚下的[权重](term:weight)变来变去。',
    },
    kinds: ['optimiser'],
  },
  {
    id: 'noise',
    term: { en: 'Noise and seed', zh: '噪声与种子' },
    also: 'random 随机',
    text: {
      en: 'A picture of random pixels, to begin from without any content. The *seed* is the number that the chance is drawn from: the same seed gives the same noise, and so the same painting.',
      zh: '由随机像素组成的图像，从没有任何内容处开始。*种子*是抽取随机数所用的数：种子相同，噪声相同，画也就相同。',
    },
    kinds: ['picture', 'optimiser'],
  },
  {
    id: 'pyramid',
    term: { en: 'Pyramid', zh: '金字塔' },
    also: 'multi-scale coarse to fine 多尺度 由粗到细',
    text: {
      en: 'First a small picture, then one twice as large that starts from it. The large shapes are found where that is cheap, and only the detail is left for the full size; strokes may then be larger than any [receptive field](term:receptive-field).',
      zh: '先画小图，再以它为起点画大一倍的图。大的形状在便宜处找到，全尺寸只剩细节；笔触也因此可以大过任何[感受野](term:receptive-field)。',
    },
    kinds: ['resize', 'optimiser'],
  },
];
