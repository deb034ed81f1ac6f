import { param } from '../graph/parameter.ts';
import { many, port } from '../graph/port.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';
import { lossOut } from './loss-ports.ts';

/** The tug of war: losses added up, each with its weight. */
export const weightedSum = defineNode({
  kind: 'weighted-sum',
  version: 1,
  title: { en: 'Weighted sum', zh: '加权和' },
  summary: { en: 'Adds losses, each with its weight', zh: '把各个损失按权重相加' },
  documentation: {
    en: 'The loss that an optimiser minimises. Each wire has a slot with a name, and the name has a weight, 1 if none is given. Terms keep their names, so the trace shows each one.',
    zh: '优化器所最小化的损失。每条连线占一个有名字的槽，每个名字对应一个权重，未给出时为 1。各项保留名字，因此记录中能看到每一项。',
  },
  formula: String.raw`L = \sum_k w_k L_k`,
  source: 'Gatys, Ecker, Bethge 2015, eq. 7',
  inputs: { terms: many(port.loss({ en: 'Losses', zh: '损失' })) },
  outputs: { loss: lossOut },
  params: {
    weights: param.weights({
      over: 'slots',
      title: { en: 'Weights', zh: '权重' },
      hint: { en: 'A slot that is not named weighs 1.', zh: '未列出的槽权重为 1。' },
    }),
  },
  infer({ terms }) {
    const names = Object.entries(terms).flatMap(([slot, loss]) => loss.terms.map(name => `${slot}/${name}`));
    if (names.length === 0) return { ok: false, reason: { reason: message('sum.empty'), port: 'terms' } };
    return success({ loss: { terms: names } });
  },
  lower({ live }, { terms }) {
    return {
      loss: {
        terms: Object.entries(terms).flatMap(([slot, loss]) =>
          loss.terms.map(term => ({
            ...term,
            name: `${slot}/${term.name}`,
            weights: [...term.weights, live('weights', slot)],
          })),
        ),
      },
    };
  },
});
