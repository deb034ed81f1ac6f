/** One feature: the patch of the image that it looks at, and the sum that it is, with its real numbers. */
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import type { ChannelAnswer, LayerAnswer, Position } from '../../../runtime/lenses/feature-questions.ts';
import { IconButton } from '../../controls/icon-button.tsx';
import { useWords } from '../../language/words.ts';
import { useEditor } from '../../state/editor.ts';
import lens from '../lens-panel.module.css';
import { Choice } from './choice.tsx';
import { ConvolutionSums } from './convolution-sums.tsx';
import styles from './feature.module.css';
import { chooseChannel, chooseLook, pointAt, useFeatureState } from './feature-state.ts';
import { LayerChoice } from './layer-choice.tsx';
import { lookName } from './look-names.ts';
import { PointedPicture } from './pointed-picture.tsx';
import { Refused } from './refused.tsx';
import { useFeatures } from './use-features.ts';

export function FeaturePanel({ node }: { readonly node: NodeId }) {
  const { tap, look, channel: chosen } = useFeatureState();
  const layer = useFeatures({ type: 'layer', node, tap, look, from: 0, count: 0 });
  const told = layer?.ok ? layer.value : undefined;
  const channel = chosen ?? told?.channels[0]?.channel;
  const one = useFeatures(
    told && channel !== undefined ? { type: 'channel', node, tap: told.tap, channel } : undefined,
  );
  if (!told) return <Refused answer={layer} />;
  if (!one?.ok) return <Refused answer={one} />;
  return <Feature node={node} layer={told} one={one.value} />;
}

interface FeatureProps {
  readonly node: NodeId;
  readonly layer: LayerAnswer;
  readonly one: ChannelAnswer;
}

function Feature({ node, layer, one }: FeatureProps) {
  const words = useWords();
  const document = useEditor(({ history }) => history.document);
  const pointed = useFeatureState(({ at }) => at);
  const { tap, channel, pictures, looks, encoder } = one;
  const picture = pictures.find(({ taps }) => taps === layer.look) ?? pictures[0];
  const facts = looks.find(({ taps }) => taps === picture?.taps);
  const [rows = 1, columns = 1] = facts?.shape ?? [];
  const at = within(pointed ?? picture?.peak ?? { row: 0, column: 0 }, rows, columns);
  const told = useFeatures(picture && { type: 'feature', node, tap, look: picture.taps, channel, at });
  const [slides, setSlides] = useSliding(at, rows, columns);
  if (!picture || !facts) return <Refused answer={undefined} />;
  const rank = layer.channels.findIndex(other => other.channel === channel);
  const beside = (step: number) => layer.channels[rank + step]?.channel;
  const go = (step: number) => {
    const next = beside(step);
    if (next !== undefined) chooseChannel(next);
  };
  return (
    <div className={`${lens.beside} ${styles.panel}`}>
      <div className={lens.controls}>
        <LayerChoice taps={layer.taps} tap={tap} />
        <Choice
          label={words('feature-lens.picture')}
          choices={looks
            .filter(({ isThere }) => isThere)
            .map(({ taps }) => ({ value: taps, title: lookName(document, taps, words) }))}
          value={picture.taps}
          choose={chooseLook}
        />
        <div className={styles.step}>
          <IconButton
            icon={ChevronLeft}
            label={words('feature-lens.more-active-one')}
            disabled={beside(-1) === undefined}
            onClick={() => go(-1)}
          />
          <span>{words('feature-lens.channel-number', { channel })}</span>
          <IconButton
            icon={ChevronRight}
            label={words('feature-lens.less-active-one')}
            disabled={beside(1) === undefined}
            onClick={() => go(1)}
          />
        </div>
      </div>
      <PointedPicture
        picture={picture}
        encoder={encoder}
        tap={tap}
        size={facts.size}
        shape={facts.shape}
        at={at}
        slides={slides}
        point={to => {
          setSlides(false);
          pointAt(to);
        }}
      >
        <button
          type="button"
          className={styles.slide}
          aria-pressed={slides}
          onClick={() => setSlides(!slides)}
        >
          {slides ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />}
          {words('feature-lens.slide')}
        </button>
      </PointedPicture>
      {told?.ok ? <ConvolutionSums feature={told.value} encoder={encoder} /> : <Refused answer={told} />}
    </div>
  );
}

const within = ({ row, column }: Position, rows: number, columns: number): Position => ({
  row: Math.min(row, rows - 1),
  column: Math.min(column, columns - 1),
});

/** Milliseconds from one position to the next. */
const pace = 500;

/** The kernel goes on by itself, from left to right and row by row, while it slides. */
function useSliding({ row, column }: Position, rows: number, columns: number) {
  const [slides, setSlides] = useState(false);
  useEffect(() => {
    if (!slides) return;
    const next = (row * columns + column + 1) % (rows * columns);
    const timer = setTimeout(
      () => pointAt({ row: Math.floor(next / columns), column: next % columns }),
      pace,
    );
    return () => clearTimeout(timer);
  }, [slides, row, column, rows, columns]);
  return [slides, setSlides] as const;
}
