import type { NodeKind } from '../../../graph/kind.ts';
import type { PortType } from '../../../graph/port-type.ts';
import type { groupTitles } from '../menu-titles.ts';

const groups: Readonly<Record<PortType, keyof typeof groupTitles>> = {
  image: 'pictures',
  mask: 'pictures',
  picture: 'painting',
  result: 'painting',
  encoder: 'features',
  features: 'features',
  statistics: 'statistics',
  loss: 'losses',
};

/** Under which heading a kind is found: by what it gives. What gives nothing ends a painting. */
export function groupOfKind({ outputs }: NodeKind): keyof typeof groupTitles {
  const [first] = Object.values(outputs);
  return first ? groups[first.type] : 'painting';
}
