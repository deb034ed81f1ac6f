/** The back of a node: its formula with the numbers that stand in it now, what its terms come to, and its shapes. */
import { lazy, Suspense } from 'react';
import type { GraphNode, NodeId } from '../../../graph/document.ts';
import { wireKey } from '../../../graph/ends.ts';
import { own } from '../../../graph/own.ts';
import { formatShape } from '../../../language/format.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { useWords } from '../../language/words.ts';
import { usePainting } from '../../state/painting.ts';
import styles from './formula-face.module.css';
import { Terms } from './terms.tsx';
import { withNumbers } from './with-numbers.ts';

const Equation = lazy(() => import('./equation.tsx'));

interface FormulaFaceProps {
  readonly id: NodeId;
  readonly node: GraphNode;
}

export function FormulaFace({ id, node }: FormulaFaceProps) {
  const words = useWords();
  const kind = nodeKinds.get(node.kind);
  if (!kind) return null;
  const { formula, symbols = {}, params, outputs, title } = kind;
  const values = Object.fromEntries(
    Object.entries(params).map(([name, parameter]) => [name, own(node.params, name) ?? parameter.default]),
  );
  const isLoss = Object.values(outputs).some(({ type }) => type === 'loss');
  return (
    <div className={styles.back}>
      <Suspense fallback={<div className={styles.equation} />}>
        <Equation
          tex={withNumbers(formula, symbols, values)}
          label={`${words('inspector.formula')}: ${words(title)}`}
        />
      </Suspense>
      {isLoss && <Terms node={id} />}
      {Object.entries(outputs).map(([port, output]) => (
        <Shapes key={port} node={id} port={port} title={words(output.title)} />
      ))}
    </div>
  );
}

interface ShapesProps {
  readonly node: NodeId;
  readonly port: string;
  readonly title: string;
}

/** The shapes of what leaves: of each layer, where there are several. */
function Shapes({ node, port, title }: ShapesProps) {
  const shapes = usePainting(({ wires }) => wires[wireKey({ node, port })]?.shapes);
  if (!shapes || shapes.length === 0) return null;
  return (
    <table className={styles.numbers}>
      <caption>{title}</caption>
      <tbody>
        {shapes.map(({ layer = '', shape }) => (
          <tr key={layer}>
            <th scope="row">{layer}</th>
            <td>{formatShape(shape)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
