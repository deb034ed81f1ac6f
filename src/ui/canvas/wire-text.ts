import { portTypeName } from '../../graph/port-type-text.ts';
import { formatBytes, formatShape } from '../../language/format.ts';
import type { WireFacts } from '../../runtime/host/wire-facts.ts';
import type { Words } from '../language/words.ts';

/** What a wire carries, a line for each layer: `relu3_1 · 64×64×256 · 4 MB`. */
export function wireText({ type, shapes, terms, title }: WireFacts, words: Words): string {
  const name = words(portTypeName[type]);
  if (title !== undefined) return typeof title === 'string' ? title : words(title);
  if (terms) return `${name} · ${terms.join(', ')}`;
  return shapes
    .map(({ layer, shape, bytes }) => [layer ?? name, formatShape(shape), formatBytes(bytes)].join(' · '))
    .join('\n');
}
