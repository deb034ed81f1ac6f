/** The filmstrip of a layer: its channels by activity; one of them on every picture, all on one scale. */
import { useState } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { useWords } from '../../language/words.ts';
import { useEditor } from '../../state/editor.ts';
import lens from '../lens-panel.module.css';
import { ChannelCompared } from './channel-compared.tsx';
import styles from './channels.module.css';
import { Choice } from './choice.tsx';
import { chooseChannel, chooseLook, useFeatureState } from './feature-state.ts';
import { Filmstrip } from './filmstrip.tsx';
import { LayerChoice } from './layer-choice.tsx';
import { lookName } from './look-names.ts';
import { Refused } from './refused.tsx';
import { useFeatures } from './use-features.ts';

/** Channels in one page of the strip. */
const page = 48;

export function ChannelsPanel({ node }: { readonly node: NodeId }) {
  const words = useWords();
  const document = useEditor(({ history }) => history.document);
  const { tap, look, view, channel } = useFeatureState();
  const [from, setFrom] = useState(0);
  const layer = useFeatures({ type: 'layer', node, tap, look, from, count: page });
  const told = layer?.ok ? layer.value : undefined;
  const shown = channel ?? told?.channels[0]?.channel;
  const one = useFeatures(
    told && shown !== undefined ? { type: 'channel', node, tap: told.tap, channel: shown } : undefined,
  );
  if (!told) return <Refused answer={layer} />;
  const name = (taps: NodeId) => lookName(document, taps, words);
  const last = Math.max(0, Math.floor((told.channels.length - 1) / page) * page);
  if (from > last) setFrom(last);
  return (
    <div className={`${lens.beside} ${styles.panel}`}>
      <div className={lens.controls}>
        <LayerChoice taps={told.taps} tap={told.tap} />
        <Choice
          label={words('feature-lens.sorted-by')}
          choices={told.looks
            .filter(({ isThere }) => isThere)
            .map(({ taps }) => ({ value: taps, title: name(taps) }))}
          value={told.look}
          choose={chooseLook}
        />
      </div>
      <Filmstrip
        layer={told}
        shown={shown}
        from={from}
        page={page}
        turn={setFrom}
        choose={chooseChannel}
        sortedBy={name(told.look)}
      />
      {one?.ok ? <ChannelCompared answer={one.value} view={view} name={name} /> : <Refused answer={one} />}
    </div>
  );
}
