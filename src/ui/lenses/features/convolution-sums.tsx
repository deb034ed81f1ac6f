import { formatLoss } from '../../../language/format.ts';
import { layersOf } from '../../../runtime/compile/encode.ts';
import type { LayerFacts, OneFeature } from '../../../runtime/lenses/feature-questions.ts';
import { type Contribution, convolve } from '../../../runtime/lenses/one-convolution.ts';
import { layerIndex } from '../../../runtime/lenses/receptive-field.ts';
import { useWords } from '../../language/words.ts';
import lens from '../lens-panel.module.css';
import { PixelCanvas } from '../pixel-canvas.tsx';
import styles from './convolution-sums.module.css';
import { NineNumbers } from './nine-numbers.tsx';

interface ConvolutionSumsProps {
  readonly feature: OneFeature;
  readonly encoder: LayerFacts['encoder'];
}

/** Channels that are shown with all their numbers; of the others only what they add. */
const shownChannels = 4;

/** One convolution on paper: what comes in, times the weights, added up; the bias; the ReLU. */
export function ConvolutionSums({ feature, encoder }: ConvolutionSumsProps) {
  const words = useWords();
  const { contributions, bias, sum, rectified } = convolve(feature.numbers);
  const shown = contributions.slice(0, shownChannels);
  const others = contributions.slice(shownChannels);
  const rest = others.reduce((total, other) => total + other.sum, 0);
  const layers = layersOf(encoder);
  const index = layerIndex(encoder, feature.tap);
  const before = layers[index - 1]?.relu;
  const name = ({ channel }: Contribution) =>
    before === undefined
      ? words(colours[channel] ?? 'feature-lens.red')
      : words('feature-lens.channel-number', { channel });
  const [input, weights] = [shown.flatMap(one => one.input), shown.flatMap(one => one.weights)].map(
    largestOf,
  );
  const value = feature.rectified ? rectified : sum;
  return (
    <section className={styles.sums} aria-label={words('feature-lens.sums')}>
      <div className={styles.top}>
        <PixelCanvas pixels={feature.cut} className={styles.cut} label={words('feature-lens.seen-patch')} />
        <div>
          <h3 className={styles.title}>{words('feature-lens.at', { ...feature.at, layer: feature.tap })}</h3>
          <p className={styles.value}>{formatLoss(value)}</p>
          <p className={lens.soft}>
            {words('feature-lens.in-the-graph', { value: formatLoss(feature.value) })}
          </p>
        </div>
      </div>
      <div className={styles.head} aria-hidden>
        <span>
          {before === undefined
            ? words('feature-lens.from-picture')
            : words(layers[index]?.startsBlock ? 'feature-lens.from-pooled' : 'feature-lens.from', {
                layer: before,
              })}
        </span>
        <span />
        <span>{words('feature-lens.weights')}</span>
        <span />
        <span>{words('feature-lens.sum')}</span>
      </div>
      <ol className={styles.rows}>
        {shown.map(one => (
          <li key={one.channel} className={styles.row}>
            <span className={styles.grid}>
              <NineNumbers numbers={one.input} largest={input ?? 1} label={words('feature-lens.comes-in')} />
              <span className={styles.name}>{name(one)}</span>
            </span>
            <span aria-hidden>×</span>
            <NineNumbers numbers={one.weights} largest={weights ?? 1} label={words('feature-lens.weights')} />
            <span aria-hidden>=</span>
            <b className={styles.number}>{signed(one.sum)}</b>
          </li>
        ))}
      </ol>
      <dl className={styles.total}>
        {others.length > 0 && (
          <>
            <dt>{words('feature-lens.others', { count: others.length })}</dt>
            <dd>{signed(rest)}</dd>
          </>
        )}
        <dt>{words('feature-lens.bias')}</dt>
        <dd>{signed(bias)}</dd>
        <dt className={styles.line}>{words('feature-lens.sum')}</dt>
        <dd className={styles.line}>{formatLoss(sum)}</dd>
        {feature.rectified && (
          <>
            <dt>{words('feature-lens.relu', { sum: formatLoss(sum) })}</dt>
            <dd>
              <b>{formatLoss(rectified)}</b>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

const colours = ['feature-lens.red', 'feature-lens.green', 'feature-lens.blue'] as const;

const largestOf = (numbers: readonly number[]): number =>
  numbers.reduce((largest, number) => Math.max(largest, Math.abs(number)), 0) || 1;

const signed = (number: number): string => `${number < 0 ? '−' : '+'} ${formatLoss(Math.abs(number))}`;
