import type { NodeId } from '../../../graph/document.ts';
import { formatLoss } from '../../../language/format.ts';
import type { ChannelAnswer, ChannelOnPicture } from '../../../runtime/lenses/feature-questions.ts';
import { useWords } from '../../language/words.ts';
import lens from '../lens-panel.module.css';
import { PixelCanvas } from '../pixel-canvas.tsx';
import styles from './channel-compared.module.css';
import { PatchMark } from './patch-mark.tsx';
import { ViewChoice } from './view-choice.tsx';

interface ChannelComparedProps {
  readonly answer: ChannelAnswer;
  readonly view: 'map' | 'over';
  readonly name: (taps: NodeId) => string;
}

/** One channel on every picture, on one scale of colours, with the patch that excites it the most. */
export function ChannelCompared({ answer, view, name }: ChannelComparedProps) {
  const words = useWords();
  const { tap, channel, pictures, range, looks } = answer;
  const [least, most] = range;
  return (
    <section className={styles.compared} aria-label={words('feature-lens.channel', { channel, layer: tap })}>
      <header className={styles.header}>
        <h3 className={lens.heading}>{words('feature-lens.channel', { channel, layer: tap })}</h3>
        <ViewChoice />
        <span className={styles.scale} aria-label={words('feature-lens.scale')} role="img">
          <span>{least < 0 ? formatLoss(-Math.max(most, -least)) : '0'}</span>
          <span className={styles.ramp} />
          <span>{formatLoss(Math.max(most, -least))}</span>
        </span>
      </header>
      <div className={styles.pictures}>
        {pictures.map(picture => (
          <OnPicture
            key={picture.taps}
            picture={picture}
            size={looks.find(({ taps }) => taps === picture.taps)?.size ?? [1, 1, 3]}
            view={view}
            title={name(picture.taps)}
          />
        ))}
      </div>
      <p className={lens.soft}>{words('feature-lens.channel-hint')}</p>
    </section>
  );
}

interface OnPictureProps {
  readonly picture: ChannelOnPicture;
  readonly size: readonly number[];
  readonly view: 'map' | 'over';
  readonly title: string;
}

function OnPicture({ picture, size: [height = 1, width = 1], view, title }: OnPictureProps) {
  const words = useWords();
  const { mean, peak, patch, photograph, map, shade, cut } = picture;
  const numbers = { mean: formatLoss(mean), largest: formatLoss(peak.value) };
  return (
    <figure className={styles.picture}>
      <figcaption>{title}</figcaption>
      <div className={styles.stack} style={{ aspectRatio: `${width} / ${height}` }}>
        {view === 'over' && <PixelCanvas pixels={photograph} />}
        <PixelCanvas
          pixels={view === 'over' ? shade : map}
          className={styles.map}
          label={words('feature-lens.on-picture', { picture: title, ...numbers })}
        />
        <PatchMark patch={patch} height={height} width={width} />
      </div>
      <div className={styles.best}>
        <PixelCanvas pixels={cut} label={words('feature-lens.best-patch', { picture: title })} />
        <dl>
          <dt>{words('feature-lens.mean')}</dt>
          <dd>{numbers.mean}</dd>
          <dt>{words('feature-lens.largest')}</dt>
          <dd>{numbers.largest}</dd>
        </dl>
      </div>
    </figure>
  );
}
