/** The lenses on losses. */
import { Grid3x3, Magnet, Scale } from 'lucide-react';
import { lazy } from 'react';
import type { GraphDocument, NodeId } from '../../../graph/document.ts';
import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import type { LensOfNode } from '../lens.ts';
import { optimiserBelow } from './optimiser-below.ts';

const seesLosses = (document: GraphDocument, node: NodeId): boolean => {
  const kind = nodeKinds.get(own(document.nodes, node)?.kind ?? '');
  const isLoss = kind !== undefined && Object.values(kind.outputs).some(({ type }) => type === 'loss');
  return (isLoss || kind?.kind === 'optimiser') && optimiserBelow(document, node) !== undefined;
};

const seesGrams = (document: GraphDocument, node: NodeId): boolean => {
  const kind = own(document.nodes, node)?.kind;
  return (kind === 'gram-matrix' || kind === 'style-loss') && optimiserBelow(document, node) !== undefined;
};

export const lensesOnLosses: readonly LensOfNode[] = [
  {
    id: 'gram',
    title: { en: 'Gram matrix', zh: 'Gram 矩阵' },
    summary: {
      en: 'Which channels fire together: in the style, in the picture, and where they differ',
      zh: '哪些通道一起激活：在风格图中、在画面中，以及它们的差异',
    },
    icon: Grid3x3,
    keywords: { en: 'heat-map statistics channels correlation lens', zh: '热图 统计量 通道 相关 透镜' },
    keys: ['Shift+G'],
    suits: seesGrams,
    nothing: message('loss-lens.no-grams'),
    Panel: lazy(async () => ({ default: (await import('./gram-panel.tsx')).GramPanel })),
  },
  {
    id: 'balance',
    title: { en: 'Balance', zh: '平衡' },
    summary: {
      en: 'How much of the loss each term is, how hard it pulls, and weights that make them even',
      zh: '每一项占多少损失、拉得多用力，以及使其均衡的权重',
    },
    icon: Scale,
    keywords: { en: 'share gradient weights rebalance meter lens', zh: '占比 梯度 权重 重新平衡 透镜' },
    keys: ['Shift+B'],
    suits: seesLosses,
    nothing: message('loss-lens.nothing-here'),
    Panel: lazy(async () => ({ default: (await import('./balance-panel.tsx')).BalancePanel })),
  },
  {
    id: 'pulls',
    title: { en: 'Pull map', zh: '拉力图' },
    summary: {
      en: 'Which pixels each loss wants to change, where two of them fight, and one step of one alone',
      zh: '每项损失想改变哪些像素、两者在何处相争，以及只按其中一项走一步',
    },
    icon: Magnet,
    keywords: { en: 'gradient picture pixels fight step one term lens', zh: '梯度 像素 相争 单项一步 透镜' },
    keys: ['Shift+P'],
    suits: seesLosses,
    nothing: message('loss-lens.nothing-here'),
    Panel: lazy(async () => ({ default: (await import('./pulls-panel.tsx')).PullsPanel })),
  },
];
