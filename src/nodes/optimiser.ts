import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { onlyWith } from '../graph/relevance.ts';
import { success } from '../language/result.ts';
import { adam } from '../runtime/optimise/adam.ts';
import { lbfgs } from '../runtime/optimise/lbfgs.ts';
import { momentum } from '../runtime/optimise/momentum.ts';
import type { StepSizes } from '../runtime/optimise/step-sizes.ts';
import { defineNode } from './define-node.ts';

/** Changes the picture, step by step, so that the loss falls. */
export const optimiser = defineNode({
  kind: 'optimiser',
  version: 1,
  title: { en: 'Optimiser', zh: '优化器' },
  summary: {
    en: 'Changes the picture, step by step, so that the loss falls',
    zh: '一步步改变画面，使损失下降',
  },
  documentation: {
    en: 'Takes the gradient of the loss with respect to every pixel and moves the picture against it. Adam gives each pixel a step size of its own and rarely needs tuning; gradient descent with momentum shows the method bare, and wants a learning rate that fits the loss. L-BFGS estimates the curvature from its last steps and needs the fewest iterations; each of them is one evaluation of the loss at a trial picture, and the best so far is what is shown. Its memory is cleared when a weight or a target changes; its learning rate is the size of its first step only. The average of the iterates, bias-corrected, has less noise than the last one; it is what is then shown and saved.',
    zh: '求损失对每个像素的梯度，并让画面逆着梯度移动。Adam 为每个像素给出各自的步长，几乎无需调参；带动量的梯度下降最直接地展示该方法，学习率需与损失相称。L-BFGS 由最近几步估计曲率，所需迭代最少；每次迭代是在一张试探画面上求一次损失，显示的是迄今最好的画面。权重或目标改变时它的记忆会清空；学习率只决定它的第一步。迭代的偏差修正平均比最后一次迭代噪点更少，启用后显示并保存的就是它。',
  },
  formula: String.raw`x_{t+1} = \operatorname{clamp}\Bigl(x_t - \eta\,\frac{\hat m_t}{\sqrt{\hat v_t} + \varepsilon}\Bigr)`,
  symbols: { learningRate: String.raw`\eta` },
  source:
    'Kingma and Ba 2015 (Adam); Polyak 1964 (momentum); Nocedal 1980 (L-BFGS); Loshchilov and Hutter 2017 (cosine); averaging and defaults: crowsonkb/style-transfer-pytorch',
  inputs: {
    picture: port.picture({ en: 'Picture', zh: '画面' }),
    loss: port.loss({ en: 'Loss', zh: '损失' }),
  },
  outputs: { result: port.result({ en: 'Result', zh: '结果' }) },
  // To everyone but the optimiser that paints it, a picture is what it starts from.
  passes: { result: 'picture' },
  params: {
    method: param.choice({
      choices: {
        adam: { en: 'Adam', zh: 'Adam' },
        momentum: { en: 'Gradient descent with momentum', zh: '带动量的梯度下降' },
        lbfgs: { en: 'L-BFGS', zh: '有限内存拟牛顿法（L-BFGS）' },
      },
      title: { en: 'Method', zh: '方法' },
      hint: { en: 'How a gradient becomes a step.', zh: '梯度如何变成一步。' },
    }),
    iterations: param.integer({
      default: 300,
      min: 1,
      max: 100_000,
      title: { en: 'Iterations', zh: '迭代次数' },
      hint: { en: 'How many steps.', zh: '走多少步。' },
    }),
    learningRate: param.live({
      default: 0.02,
      min: 0,
      max: 1e6,
      scale: 'logarithmic',
      title: { en: 'Learning rate', zh: '学习率' },
      hint: {
        en: 'The size of a step; for Adam, in units of the pixels’ range.',
        zh: '步长；对 Adam 而言以像素取值范围为单位。',
      },
    }),
    beta1: onlyWith(
      { method: ['adam', 'momentum'] },
      param.live({
        default: 0.9,
        min: 0,
        max: 0.9999,
        title: { en: 'β₁, momentum', zh: 'β₁，动量' },
        hint: { en: 'How long earlier gradients are remembered.', zh: '对先前梯度的记忆有多长。' },
      }),
    ),
    beta2: onlyWith(
      { method: ['adam'] },
      param.live({
        default: 0.99,
        min: 0,
        max: 0.99999,
        title: { en: 'β₂', zh: 'β₂' },
        hint: {
          en: 'Adam: how long the gradients’ size is remembered.',
          zh: 'Adam：对梯度大小的记忆有多长。',
        },
      }),
    ),
    epsilon: onlyWith(
      { method: ['adam'] },
      param.live({
        default: 1e-8,
        min: 1e-12,
        max: 1,
        scale: 'logarithmic',
        title: { en: 'ε', zh: 'ε' },
        hint: {
          en: 'Adam: keeps the step finite where there is no gradient.',
          zh: 'Adam：在没有梯度处保持步长有限。',
        },
      }),
    ),
    memory: onlyWith(
      { method: ['lbfgs'] },
      param.integer({
        default: 10,
        min: 1,
        max: 50,
        title: { en: 'Memory', zh: '记忆' },
        hint: {
          en: 'L-BFGS: how many earlier steps are remembered; each takes two pictures of memory.',
          zh: 'L-BFGS：记住多少个先前的步；每一步占用两张图片的内存。',
        },
      }),
    ),
    schedule: param.choice({
      choices: {
        constant: { en: 'Constant', zh: '恒定' },
        cosine: { en: 'Cosine', zh: '余弦' },
        steps: { en: 'In steps', zh: '阶梯' },
      },
      title: { en: 'Step-size schedule', zh: '步长调度' },
      hint: { en: 'How the learning rate falls on the way.', zh: '学习率在过程中如何下降。' },
    }),
    decay: onlyWith(
      { schedule: ['cosine', 'steps'] },
      param.number({
        default: 0.1,
        min: 0,
        max: 1,
        step: 0.01,
        title: { en: 'Decay', zh: '衰减' },
        hint: {
          en: 'Cosine: the part of the learning rate that is left at the end. In steps: the factor of each step.',
          zh: '余弦：结束时学习率所剩的比例。阶梯：每一级的因子。',
        },
      }),
    ),
    decayEvery: onlyWith(
      { schedule: ['steps'] },
      param.integer({
        default: 100,
        min: 1,
        max: 100_000,
        title: { en: 'Step every', zh: '每级间隔' },
        hint: { en: 'In steps: after so many iterations each.', zh: '阶梯：每隔多少次迭代下降一级。' },
      }),
    ),
    warmUp: param.integer({
      default: 0,
      min: 0,
      max: 10_000,
      title: { en: 'Warm-up', zh: '预热' },
      hint: {
        en: 'Iterations over which the learning rate grows to its full size.',
        zh: '学习率增长到全值所用的迭代次数。',
      },
    }),
    gradient: onlyWith(
      { method: ['adam', 'momentum'] },
      param.choice({
        choices: {
          plain: { en: 'As it is', zh: '原样' },
          normalised: { en: 'Normalised', zh: '归一化' },
        },
        title: { en: 'Gradient', zh: '梯度' },
        hint: {
          en: 'Normalised, it is divided by its root mean square: the learning rate is then the length of a step of gradient descent, whatever the loss weighs. L-BFGS takes it as it is.',
          zh: '归一化：除以其均方根，于是无论损失权重多大，学习率就是梯度下降一步的长度。L-BFGS 始终使用原梯度。',
        },
      }),
    ),
    clamp: param.flag({
      default: true,
      title: { en: 'Clamp', zh: '截断' },
      hint: {
        en: 'Keep every pixel between 0 and 1 after each step.',
        zh: '每步之后把像素限制在 0 到 1 之间。',
      },
    }),
    averaging: param.number({
      default: 0,
      min: 0,
      max: 0.999,
      title: { en: 'Averaging', zh: '平均' },
      hint: {
        en: 'Decay of the average of the iterates, such as 0.99; 0 shows the last iterate.',
        zh: '迭代平均的衰减率，例如 0.99；取 0 则显示最后一次迭代。',
      },
    }),
    afterEdit: param.choice({
      choices: {
        continue: { en: 'Continue from here', zh: '从当前继续' },
        restart: { en: 'Start again', zh: '重新开始' },
      },
      title: { en: 'After an edit', zh: '编辑之后' },
      hint: {
        en: 'What an edit does to a painting under way. A picture that went on after one is no longer repeated by the graph alone.',
        zh: '编辑对正在进行的绘制有何影响。编辑后继续绘制的画面无法仅凭此图重现。',
      },
    }),
    seed: param.integer({
      default: 0,
      min: 0,
      max: 2_147_483_647,
      title: { en: 'Seed', zh: '种子' },
      hint: {
        en: 'Of everything random in this run: same seed, same picture.',
        zh: '本次运行中一切随机量的种子：种子相同，画面相同。',
      },
    }),
  },
  infer({ picture }) {
    return success({ result: { shape: picture.shape } });
  },
  lower({ live, optimise }, { picture, loss }, params) {
    const { method, memory, iterations, clamp, averaging, seed } = params;
    const learningRate = live('learningRate');
    const { rule, settings } = {
      adam: {
        rule: adam,
        settings: { learningRate, beta1: live('beta1'), beta2: live('beta2'), epsilon: live('epsilon') },
      },
      momentum: { rule: momentum, settings: { learningRate, momentum: live('beta1') } },
      lbfgs: { rule: lbfgs(memory), settings: { learningRate } },
    }[method];
    const value = optimise({
      picture,
      loss: loss.terms,
      rule,
      settings,
      stepSizes: stepSizesOf(params),
      // L-BFGS learns from how the gradient changes, which is gone once its length is.
      normalise: params.gradient === 'normalised' && method !== 'lbfgs',
      iterations,
      clamp,
      averaging,
      seed,
    });
    return { result: { value } };
  },
});

/** What a schedule does not read is set to nothing, so that it makes no other painting. */
function stepSizesOf({
  schedule,
  decay,
  decayEvery,
  warmUp,
}: {
  readonly schedule: StepSizes['course'];
  readonly decay: number;
  readonly decayEvery: number;
  readonly warmUp: number;
}): StepSizes {
  return {
    course: schedule,
    decay: schedule === 'constant' ? 1 : decay,
    every: schedule === 'steps' ? decayEvery : 1,
    warmUp,
  };
}
