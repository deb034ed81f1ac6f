/** Every lens on nodes there is, in the order in which they are offered. */
import { Film, ScanSearch, Undo2 } from 'lucide-react';
import { lazy } from 'react';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { LensOfNode } from './lens.ts';
import { lensesOnLosses } from './losses/loss-lenses.ts';

const seesFeatures = ({ nodes }: GraphDocument, node: NodeId): boolean => {
  const kind = own(nodes, node)?.kind;
  return kind === 'layer-taps' || kind === 'encoder';
};

export const lensesOfNodes: readonly LensOfNode[] = [
  {
    id: 'channels',
    title: { en: 'Channels', zh: '通道' },
    summary: { en: 'What each channel of a layer responds to', zh: '一层的每个通道对什么有反应' },
    icon: Film,
    keywords: { en: 'filmstrip feature maps activity lens', zh: '胶片 特征图 活跃 透镜' },
    suits: seesFeatures,
    Panel: lazy(async () => ({ default: (await import('./features/channels-panel.tsx')).ChannelsPanel })),
  },
  {
    id: 'feature',
    title: { en: 'One feature', zh: '一个特征' },
    summary: {
      en: 'What one feature looks at, and the sum it comes from',
      zh: '一个特征看到哪里，它由怎样的和得来',
    },
    icon: ScanSearch,
    keywords: { en: 'receptive field convolution kernel sum lens', zh: '感受野 卷积 卷积核 求和 透镜' },
    suits: seesFeatures,
    Panel: lazy(async () => ({ default: (await import('./features/feature-panel.tsx')).FeaturePanel })),
  },
  {
    id: 'keeps',
    title: { en: 'What it keeps', zh: '保留了什么' },
    summary: {
      en: 'Pictures painted from one layer alone: what it keeps of the content, and of the style',
      zh: '仅凭一层重新画出的图片：它保留了内容与风格的哪些部分',
    },
    icon: Undo2,
    keywords: { en: 'reconstruct inversion Gatys figure lens', zh: '重建 反演 Gatys 图 透镜' },
    suits: seesFeatures,
    Panel: lazy(async () => ({ default: (await import('./features/keeps-panel.tsx')).KeepsPanel })),
  },
  ...lensesOnLosses,
];

/** The lenses that can be opened on `node`. */
export const lensesFor = (document: GraphDocument, node: NodeId): readonly LensOfNode[] =>
  lensesOfNodes.filter(lens => lens.suits(document, node));
