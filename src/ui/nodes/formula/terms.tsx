import { memo } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { formatLoss } from '../../../language/format.ts';
import { useWords } from '../../language/words.ts';
import { usePainting } from '../../state/painting.ts';
import { useLossPath } from '../live-numbers.tsx';
import { sumOf } from '../term-readings.ts';
import styles from './formula-face.module.css';

/** What each term of a loss weighs and comes to at this iteration, and what they come to together. */
export const Terms = memo(function Terms({ node }: { readonly node: NodeId }) {
  const words = useWords();
  const [optimiser = '', prefix = ''] = useLossPath(node) ?? [];
  const terms = usePainting(({ iterations }) => iterations[optimiser]?.terms);
  if (!terms) return <p className={styles.soft}>{words('formula-face.not-yet')}</p>;
  const own = terms.filter(({ name }) => prefix === '' || name === prefix || name.startsWith(prefix));
  return (
    <table className={styles.numbers}>
      <caption>{words('formula-face.terms')}</caption>
      <tbody>
        {own.map(({ name, weight, value }) => (
          <tr key={name}>
            <th scope="row">{name.slice(prefix.length).replace(/\/$/, '')}</th>
            <td>
              {`${formatLoss(weight)} · ${formatLoss(value)} = `}
              <b>{formatLoss(weight * value)}</b>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">L</th>
          <td>
            <b>{formatLoss(sumOf(terms, prefix))}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  );
});
