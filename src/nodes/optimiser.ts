import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { adam } from '../runtime/optimise/adam.ts';
import { momentum } from '../runtime/optimise/momentum.ts';
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
    en: 'Takes the gradient of the loss with respect to every pixel and moves the picture against it. Adam gives each pixel a step size of its own and rarely needs tuning; gradient descent with momentum shows the method bare, and wants a learning rate that fits the loss. The average of the iterates, bias-corrected, has less noise than the last one; it is what is then shown and saved.',
    zh: '求损失对每个像素的梯度，并让画面逆着梯度移动。Adam 为每个像素给出各自的步长，几乎无需调参；带动量的梯度下降最直接地展示该方法，学习率需与损失相称。迭代的偏差修正平均比最后一次迭代噪点更少，启用后显示并保存的就是它。',
  },
  formula: String.raw`x_{t+1} = \operatorname{clamp}\Bigl(x_t - \eta\,\frac{\hat m_t}{\sqrt{\hat v_t} + \varepsilon}\Bigr)`,
  source:
    'Kingma and Ba 2015 (Adam); Polyak 1964 (momentum); averaging and defaults: crowsonkb/style-transfer-pytorch',
  inputs: {
    picture: port.picture({ en: 'Picture', zh: '画面' }),
    loss: port.loss({ en: 'Loss', zh: '损失' }),
  },
  outputs: { result: port.result({ en: 'Result', zh: '结果' }) },
  params: {
    method: param.choice({
      choices: {
        adam: { en: 'Adam', zh: 'Adam' },
        momentum: { en: 'Gradient descent with momentum', zh: '带动量的梯度下降' },
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
    beta1: param.live({
      default: 0.9,
      min: 0,
      max: 0.9999,
      title: { en: 'β₁, momentum', zh: 'β₁，动量' },
      hint: { en: 'How long earlier gradients are remembered.', zh: '对先前梯度的记忆有多长。' },
    }),
    beta2: param.live({
      default: 0.99,
      min: 0,
      max: 0.99999,
      title: { en: 'β₂', zh: 'β₂' },
      hint: { en: 'Adam: how long the gradients’ size is remembered.', zh: 'Adam：对梯度大小的记忆有多长。' },
    }),
    epsilon: param.live({
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
  lower({ live, optimise }, { picture, loss }, { method, iterations, clamp, averaging, seed }) {
    const learningRate = live('learningRate');
    const chosen =
      method === 'adam'
        ? {
            rule: adam,
            settings: { learningRate, beta1: live('beta1'), beta2: live('beta2'), epsilon: live('epsilon') },
          }
        : { rule: momentum, settings: { learningRate, momentum: live('beta1') } };
    const value = optimise({ picture, loss: loss.terms, ...chosen, iterations, clamp, averaging, seed });
    return { result: { value } };
  },
});
