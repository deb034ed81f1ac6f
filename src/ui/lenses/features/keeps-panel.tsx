/** What each layer keeps: of the content, painted anew from its features alone; of the style, from its Gram matrices. */
import { Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { message } from '../../../language/message.ts';
import { failure } from '../../../language/result.ts';
import type { LayerFacts } from '../../../runtime/lenses/feature-questions.ts';
import { layerIndex } from '../../../runtime/lenses/receptive-field.ts';
import { useWords } from '../../language/words.ts';
import { useEditor } from '../../state/editor.ts';
import lens from '../lens-panel.module.css';
import { Choice } from './choice.tsx';
import { useFeatureState } from './feature-state.ts';
import styles from './keeps.module.css';
import { keptKey, type Order, originOf, paintKept, stopKept, useKeeps } from './keeps-store.ts';
import { KeptRow } from './kept-row.tsx';
import { lookName } from './look-names.ts';
import { type Kept, reconstruction } from './reconstruction.ts';
import { Refused } from './refused.tsx';
import { useFeatures } from './use-features.ts';

export function KeepsPanel({ node }: { readonly node: NodeId }) {
  const layer = useFeatures({ type: 'layer', node, from: 0, count: 0 });
  useEffect(() => stopKept, []);
  return layer?.ok ? <Strip node={node} layer={layer.value} /> : <Refused answer={layer} />;
}

interface StripProps {
  readonly node: NodeId;
  readonly layer: LayerFacts;
}

function Strip({ node, layer: { taps, looks, encoder } }: StripProps) {
  const words = useWords();
  const document = useEditor(({ history }) => history.document);
  const tap = useFeatureState(state => state.tap);
  const still = looks.filter(({ moves }) => !moves);
  const [chosen, setChosen] = useState<Partial<Record<Kept, NodeId>>>({});
  const [upTo, setUpTo] = useState<'alone' | 'before'>('alone');
  const isBusy = useKeeps(({ pictures }) =>
    Object.values(pictures).some(({ state }) => state === 'waiting' || state === 'painting'),
  );
  const layers = shownLayers(taps, tap, encoder);
  const own = still.find(one => one.taps === node)?.taps;
  const rows = (['content', 'style'] as const).map(of => {
    const picture = chosen[of] ?? own ?? still[of === 'content' ? 0 : still.length - 1]?.taps ?? node;
    const sets = layers.map((name, at) =>
      of === 'style' && upTo === 'before' ? layers.slice(0, at + 1) : [name],
    );
    return { of, picture, sets, graph: reconstruction(document, { taps: picture, of, layers }) };
  });
  const origins = useOrigins(rows.map(({ graph }) => graph));
  const orders = rows.flatMap(({ graph, sets }, at): Order[] => {
    const origin = origins[at];
    return graph && origin !== undefined ? [{ document: graph, origin, layers: sets }] : [];
  });
  const isDone = useKeeps(({ pictures }) =>
    orders.every(({ document, origin, layers }) =>
      layers.every(set => pictures[keptKey(document, origin, set)]?.state === 'done'),
    ),
  );
  if (still.length === 0) return <Refused answer={failure(message('feature-lens.none-still'))} />;
  const pictures = still.map(one => ({ value: one.taps, title: lookName(document, one.taps, words) }));
  return (
    <div className={styles.panel}>
      <div className={lens.controls}>
        <button
          type="button"
          className={styles.paint}
          disabled={isDone}
          onClick={() => (isBusy ? stopKept() : paintKept(orders))}
        >
          {isBusy && <Square size={12} fill="currentColor" aria-hidden />}
          {words(isBusy ? 'feature-lens.stop' : 'feature-lens.paint-all')}
        </button>
        {rows.map(({ of, picture }) => (
          <Choice
            key={of}
            label={words(`feature-lens.${of}-of`)}
            choices={pictures}
            value={picture}
            choose={value => setChosen({ ...chosen, [of]: value })}
          />
        ))}
        <Choice
          label={words('feature-lens.style-from')}
          choices={[
            { value: 'alone', title: words('feature-lens.alone') },
            { value: 'before', title: words('feature-lens.with-before') },
          ]}
          value={upTo}
          choose={setUpTo}
        />
      </div>
      {rows.map(({ of, picture, sets }, at) => (
        <KeptRow
          key={of}
          of={of}
          taps={picture}
          name={lookName(document, picture, words)}
          size={looks.find(({ taps }) => taps === picture)?.size ?? [1, 1, 3]}
          sets={sets}
          order={orders[at]}
        />
      ))}
      <p className={`${lens.soft} ${styles.hint}`}>{words('feature-lens.keeps-hint')}</p>
    </div>
  );
}

/** The first layer of each block, as in Gatys' figure, and the one that is looked at. */
function shownLayers(
  taps: readonly string[],
  tap: string | undefined,
  encoder: LayerFacts['encoder'],
): readonly string[] {
  const first = taps.filter(name => /^relu\d_1$/.test(name));
  const all = tap !== undefined && taps.includes(tap) ? [...new Set([...first, tap])] : first;
  return all.toSorted((a, b) => layerIndex(encoder, a) - layerIndex(encoder, b));
}

type Graph = Order['document'] | undefined;

/** What the graphs' references stand for; undefined until it is known. */
function useOrigins(graphs: readonly Graph[]): readonly (string | undefined)[] {
  const [origins, setOrigins] = useState<readonly (string | undefined)[]>([]);
  const key = JSON.stringify(graphs.map(graph => graph?.nodes));
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal graphs name the same.
  useEffect(() => {
    let isOver = false;
    Promise.all(graphs.map(graph => graph && originOf(graph))).then(found => {
      if (!isOver) setOrigins(found);
    });
    return () => {
      isOver = true;
    };
  }, [key]);
  return origins;
}
