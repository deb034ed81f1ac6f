import { Play } from 'lucide-react';
import type { NodeId } from '../../../graph/document.ts';
import { indexOf } from '../../../graph/document-index.ts';
import type { ImageShape } from '../../../graph/wire.ts';
import { useWords } from '../../language/words.ts';
import { FrameCanvas } from '../../painting/frame-canvas.tsx';
import { useEditor } from '../../state/editor.ts';
import lens from '../lens-panel.module.css';
import { PixelCanvas } from '../pixel-canvas.tsx';
import styles from './keeps.module.css';
import { keptKey, type Order, paintKept, useKeeps } from './keeps-store.ts';
import type { Kept } from './reconstruction.ts';

interface KeptRowProps {
  readonly of: Kept;
  readonly taps: NodeId;
  /** Of the picture. */
  readonly name: string;
  /** Of the picture, as it enters the encoder. */
  readonly size: ImageShape;
  readonly sets: readonly (readonly string[])[];
  /** Undefined until it is known what the graph names. */
  readonly order: Order | undefined;
}

/** A picture, and what each layer keeps of it. */
export function KeptRow({ of, taps, name, size, sets, order }: KeptRowProps) {
  const words = useWords();
  const source = useEditor(({ history }) => {
    const entering = indexOf(history.document).incoming.get(taps);
    return entering?.find(({ edge }) => edge.to.port === 'image')?.edge.from.node;
  });
  return (
    <section aria-label={words(`feature-lens.${of}-kept`, { picture: name })}>
      <h3 className={lens.heading}>{words(`feature-lens.${of}-kept`, { picture: name })}</h3>
      <div className={styles.strip}>
        <figure className={styles.kept}>
          <div className={styles.frame} style={shaped(size)}>
            {source !== undefined && <FrameCanvas node={source} size={224} label={name} />}
          </div>
          <figcaption>{name}</figcaption>
        </figure>
        {sets.map(layers => (
          <KeptPictureView key={layers.join()} layers={layers} order={order} of={of} size={size} />
        ))}
      </div>
    </section>
  );
}

const shaped = ([height, width]: ImageShape) => ({ aspectRatio: `${width} / ${height}` });

interface KeptPictureProps extends Pick<KeptRowProps, 'of' | 'order' | 'size'> {
  readonly layers: readonly string[];
}

function KeptPictureView({ layers, order, of, size }: KeptPictureProps) {
  const words = useWords();
  const key = order && keptKey(order.document, order.origin, layers);
  const kept = useKeeps(({ pictures }) => (key === undefined ? undefined : pictures[key]));
  const last = layers.at(-1) ?? '';
  const title = layers.length > 1 ? words('feature-lens.up-to', { layer: last }) : last;
  const picture = kept && 'picture' in kept ? kept.picture : undefined;
  const share = kept?.state === 'painting' ? kept.share : undefined;
  return (
    <figure className={styles.kept}>
      <div className={styles.frame} data-state={kept?.state ?? 'none'} style={shaped(size)}>
        {picture && <PixelCanvas pixels={picture} label={words(`feature-lens.${of}-by`, { layer: title })} />}
        {(kept === undefined || kept.state === 'failed') && (
          <button
            type="button"
            className={styles.begin}
            disabled={!order}
            aria-label={words('feature-lens.paint-one', { layer: title })}
            title={words('feature-lens.paint-one', { layer: title })}
            onClick={() => order && paintKept([{ ...order, layers: [layers] }])}
          >
            <Play size={18} strokeWidth={1.5} aria-hidden />
          </button>
        )}
        {share !== undefined && (
          <progress className={styles.progress} max={1} value={share} aria-label={title} />
        )}
      </div>
      <figcaption>{title}</figcaption>
      {kept?.state === 'failed' && kept.reason && <p className={styles.failed}>{words(kept.reason)}</p>}
    </figure>
  );
}
