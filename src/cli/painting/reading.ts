/** One iteration as a person reads it: the loss, its terms, the speed and the time left. */

import { formatDuration, formatLoss } from '../../language/format.ts';
import { type Message, message } from '../../language/message.ts';
import type { TermReading } from '../../runtime/execute/health.ts';
import type { Iteration } from './trace.ts';

/**
 * The weighted terms of one iteration: each by itself while they are few, else by the loss that they are of,
 * `style` for `style/relu1_1` and all its other layers.
 */
export function termsText(terms: readonly TermReading[], most = 4): string {
  const sums = new Map<string, number>();
  for (const { name, value, weight } of terms) {
    const group = terms.length > most ? name.replace(/\/[^/]*$/, '') : name;
    sums.set(group, (sums.get(group) ?? 0) + value * weight);
  }
  return [...sums].map(([name, value]) => `${name} ${formatLoss(value)}`).join(', ');
}

export function readingText(
  { optimiser, iteration, iterations, total, terms }: Iteration,
  perSecond: number | undefined,
  severalStages: boolean,
): Message {
  return message('progress.line', {
    optimiser: severalStages ? `${optimiser} ` : '',
    iteration: String(iteration),
    iterations: String(iterations),
    total: formatLoss(total),
    terms: termsText(terms),
    pace:
      perSecond === undefined
        ? ''
        : message('progress.pace', {
            rate: perSecond >= 1 ? perSecond.toFixed(1) : perSecond.toPrecision(2),
            left: formatDuration((iterations - iteration) / perSecond),
          }),
  });
}
