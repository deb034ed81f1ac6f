import type { Edge, EdgeId } from '../../graph/document.ts';
import { wireKey } from '../../graph/ends.ts';
import { own } from '../../graph/own.ts';
import { portTypeName } from '../../graph/port-type-text.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { addBendInMiddle, straighten } from '../canvas/bends.ts';
import { wireText } from '../canvas/wire-text.ts';
import { useWords } from '../language/words.ts';
import { act, openDocument, useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import styles from './inspector.module.css';
import { useNodeTitle } from './node-title.ts';
import { Section } from './section.tsx';

/** A wire: between whom, and what it carries. */
export function WireDetails({ id }: { readonly id: EdgeId }) {
  const edge = useEditor(({ history }) => own(history.document.edges, id));
  return edge ? <Details id={id} edge={edge} /> : null;
}

function Details({ id, edge }: { readonly id: EdgeId; readonly edge: Edge }) {
  const words = useWords();
  const [from, to] = [useNodeTitle(edge.from.node), useNodeTitle(edge.to.node)];
  const facts = usePainting(({ wires }) => wires[wireKey(edge.from)]);
  const giving = nodeKinds.get(own(openDocument().nodes, edge.from.node)?.kind ?? '');
  const type = facts?.type ?? own(giving?.outputs ?? {}, edge.from.port)?.type;
  const disconnect = () => act([{ type: 'remove-edge', id }], { label: message('inspector.disconnect') });
  return (
    <div className={styles.inspector}>
      <header>
        <h2 className={styles.name}>{words('inspector.from-to', { from, to })}</h2>
        {type && <p className={styles.summary}>{words(portTypeName[type])}</p>}
      </header>
      <Section title={words('inspector.carries')}>
        <p className={styles.carried}>{facts ? wireText(facts, words) : words('inspector.not-known')}</p>
      </Section>
      <div className={styles.actions}>
        <button type="button" className={styles.button} onClick={() => addBendInMiddle(id)}>
          {words('inspector.add-bend')}
        </button>
        {edge.via && (
          <button type="button" className={styles.button} onClick={() => straighten([id])}>
            {words('inspector.straighten')}
          </button>
        )}
        <button type="button" className={styles.button} onClick={disconnect}>
          {words('inspector.disconnect')}
        </button>
      </div>
    </div>
  );
}
