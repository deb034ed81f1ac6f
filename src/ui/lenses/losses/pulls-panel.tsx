/** The pull map: where each loss wants to change the picture, how, and where two of them fight. One of them may take a step alone. */
import { StepForward, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { formatLoss } from '../../../language/format.ts';
import type { PullMap, PullReading } from '../../../runtime/lenses/pull.ts';
import type { PullsBy } from '../../../runtime/lenses/pulls.ts';
import buttons from '../../controls/buttons.module.css';
import { IconButton } from '../../controls/icon-button.tsx';
import { useWords } from '../../language/words.ts';
import { FrameCanvas } from '../../painting/frame-canvas.tsx';
import { useEditor } from '../../state/editor.ts';
import { Choice } from '../features/choice.tsx';
import lens from '../lens-panel.module.css';
import { ByChoice } from './by-choice.tsx';
import { largestOf, magnitudes, wanted } from './draw-maps.ts';
import { FightMap } from './fight-map.tsx';
import { LensFrame, NothingSeen } from './lens-frame.tsx';
import frame from './loss-lens.module.css';
import tile from './map-tile.module.css';
import { MapTile, type Spot } from './map-tile.tsx';
import { optimiserBelow } from './optimiser-below.ts';
import { percent } from './percent.ts';
import styles from './pulls.module.css';
import { useReading } from './use-reading.ts';
import { useTrial } from './use-trial.ts';

type View = 'strength' | 'colour';
type ScaleOf = 'own' | 'one';

/** The longer side of a map, in pixels. */
const mapSize = 160;

export function PullsPanel({ node }: { readonly node: NodeId }) {
  const optimiser = useEditor(({ history }) => optimiserBelow(history.document, node));
  return optimiser === undefined ? <NothingSeen news={undefined} /> : <Pulls optimiser={optimiser} />;
}

function Pulls({ optimiser }: { readonly optimiser: NodeId }) {
  const words = useWords();
  const [by, setBy] = useState<PullsBy>('losses');
  const [view, setView] = useState<View>('strength');
  const [scale, setScale] = useState<ScaleOf>('own');
  const [pair, setPair] = useState<readonly [string, string]>();
  const [spot, setSpot] = useState<Spot>();
  const { trial, step, back } = useTrial(optimiser);
  const news = useReading<'pull'>({ kind: 'pull', optimiser, by, size: mapSize, ...(pair && { pair }) });
  const reading = news?.type === 'reading' ? news.reading : undefined;
  if (!reading) return <NothingSeen news={news} />;
  const { maps, fight, iteration } = reading;
  const whole = maps.reduce((sum, { length }) => sum + length, 0);
  const shared = Math.max(...maps.map(map => largestOf(view === 'strength' ? map.strength : map.toward)));
  const shown = spot && inside(spot, reading);
  return (
    <LensFrame
      optimiser={optimiser}
      iteration={iteration}
      controls={
        <>
          <ByChoice by={by} choose={setBy} />
          <Choice
            label={words('loss-lens.show')}
            choices={[
              { value: 'strength', title: words('loss-lens.how-hard') },
              { value: 'colour', title: words('loss-lens.which-way') },
            ]}
            value={view}
            choose={setView}
          />
          <Choice
            label={words('loss-lens.scale')}
            choices={[
              { value: 'own', title: words('loss-lens.own-scale') },
              { value: 'one', title: words('loss-lens.one-scale') },
            ]}
            value={scale}
            choose={setScale}
          />
        </>
      }
    >
      {trial && (
        <div className={styles.trial} role="status">
          {words('loss-lens.stepped', { count: trial.count, name: trial.name })}
          <button type="button" className={`${buttons.button} ${buttons.small}`} onClick={back}>
            <Undo2 size={15} strokeWidth={1.75} aria-hidden />
            {words('loss-lens.back')}
          </button>
        </div>
      )}
      <div className={styles.maps}>
        <figure className={tile.tile}>
          <figcaption className={tile.caption}>
            <span>{words('loss-lens.picture')}</span>
          </figcaption>
          <FrameCanvas
            node={optimiser}
            size={384}
            label={words('loss-lens.picture')}
            className={lens.picture}
          />
        </figure>
        {maps.map(map => {
          const share = percent(whole > 0 ? map.length / whole : 0);
          return (
            <MapTile
              key={map.name}
              title={map.name}
              label={words('loss-lens.map', { name: map.name, share })}
              beside={
                <>
                  <span className={tile.share}>{share}</span>
                  <IconButton
                    icon={StepForward}
                    label={words('loss-lens.step-named', { name: map.name })}
                    onClick={() => step(map.name, map.terms)}
                  />
                </>
              }
              pixels={drawn(map, reading, view, scale === 'one' ? shared : undefined)}
              spot={shown}
              point={setSpot}
            />
          );
        })}
      </div>
      <p className={frame.told} aria-live="polite">
        {shown
          ? said(shown, reading, words('loss-lens.spot', placeOf(shown, reading)))
          : words('loss-lens.no-spot')}
      </p>
      {fight && (
        <FightMap
          fight={fight}
          reading={reading}
          spot={shown}
          point={setSpot}
          names={maps.map(({ name }) => name)}
          choose={(one, other) => setPair([one, other])}
        />
      )}
    </LensFrame>
  );
}

function drawn(map: PullMap, size: PullReading, view: View, most: number | undefined) {
  const numbers = view === 'strength' ? map.strength : map.toward;
  const end = most ?? largestOf(numbers);
  return view === 'strength' ? magnitudes(numbers, size, end) : wanted(numbers, size, end);
}

/** A map that has become smaller has no place where one was. */
const inside = ({ x, y }: Spot, { width, height }: PullReading): Spot | undefined =>
  x < width && y < height ? { x, y } : undefined;

/** In pixels of the picture. */
const placeOf = ({ x, y }: Spot, { shrinking }: PullReading) => ({ x: x * shrinking, y: y * shrinking });

function said({ x, y }: Spot, { maps, width }: PullReading, place: string): string {
  const at = y * width + x;
  const numbers = maps.map(({ name, strength }) => `${name} ${formatLoss(strength[at] ?? 0)}`);
  return [place, ...numbers].join(' · ');
}
