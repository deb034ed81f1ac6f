/** Every lens on nodes there is, in the order in which they are offered. */
import { Film, ScanSearch } from 'lucide-react';
import { lazy } from 'react';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { LensOfNode } from './lens.ts';

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
];

/** The lenses that can be opened on `node`. */
export const lensesFor = (document: GraphDocument, node: NodeId): readonly LensOfNode[] =>
  lensesOfNodes.filter(lens => lens.suits(document, node));
