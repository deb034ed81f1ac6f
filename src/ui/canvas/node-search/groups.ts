/** Under which heading a kind of node is found: by what it gives, so that a new kind has its place by itself. */
import type { NodeKind } from '../../../graph/kind.ts';
import type { PortType } from '../../../graph/port-type.ts';
import type { Text } from '../../../language/text.ts';

const images: Text = { en: 'Images', zh: '图像' };
const encoder: Text = { en: 'Encoder', zh: '编码器' };
const statistics: Text = { en: 'Statistics', zh: '统计量' };
const losses: Text = { en: 'Losses', zh: '损失' };
const painting: Text = { en: 'Painting', zh: '绘制' };

/** In the order in which a graph is usually read. */
export const groups: readonly Text[] = [images, encoder, statistics, losses, painting];

const groupByType: Readonly<Record<PortType, Text>> = {
  image: images,
  mask: images,
  encoder,
  features: encoder,
  statistics,
  loss: losses,
  picture: painting,
  result: painting,
};

/** What gives nothing ends a painting. */
export function groupOf(kind: NodeKind): Text {
  const [output] = Object.values(kind.outputs);
  return output ? groupByType[output.type] : painting;
}
