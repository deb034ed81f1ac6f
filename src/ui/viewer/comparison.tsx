/**
 * A picture to be looked at, zoomed and pushed about; and where there is another, the two compared: over one another
 * with a line to swipe, one after the other, or side by side.
 */
import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '../language/words.ts';
import { Divider } from './divider.tsx';
import { otherKey } from './other-key.ts';
import { PictureLayer, type Source } from './picture-layer.tsx';
import styles from './stage.module.css';
import { useHeldKey } from './use-held-key.ts';
import { useSize, watchDensity } from './use-size.ts';
import { useZoomGestures } from './use-zoom-gestures.ts';
import type { Look } from './viewer-state.ts';
import { boxOf, boxWithin, neededSize, type Size, showsPixels, wholeSize, zoomOf } from './zoom.ts';
import { ZoomControls } from './zoom-controls.tsx';

interface ComparisonProps {
  readonly main: Source | undefined;
  readonly other: Source | undefined;
  readonly names: { readonly main: string; readonly other: string };
  readonly look: Look;
  readonly change: (changes: Partial<Look>) => void;
  /** Said where there is no picture. */
  readonly nothing: string;
}

export function Comparison({ main, other, names, look, change, nothing }: ComparisonProps) {
  const words = useWords();
  const stage = useRef<HTMLElement>(null);
  const [picture, onPicture] = usePictureSize();
  const [otherPicture, onOtherPicture] = usePictureSize();
  const { view, mode, divider } = look;
  const isHeld = useHeldKey(otherKey) && other !== undefined;
  const showsOther = (look.showsOther && mode === 'flicker') || isHeld;

  const whole = useSize(stage);
  const density = useSyncExternalStore(...watchDensity);
  const isSide = mode === 'side' && other !== undefined && !isHeld;
  const pane = isSide ? halfOf(whole, picture) : whole;
  const looked = { view, picture, pane, density };
  const { onKeyDown } = useZoomGestures(stage, looked, next => change({ view: next }));

  const hasRoom = picture !== undefined && pane.width > 0 && pane.height > 0;
  const box = hasRoom ? boxOf(view, picture, pane) : undefined;
  const isPixelated = showsPixels(view, density);
  const otherBox = box && otherPicture ? boxWithin(box, otherPicture) : box;

  const layerOf = (source: Source, is: 'main' | 'other') => (
    <PictureLayer
      key={`${is} ${source.type === 'frames' ? source.node : 'still'}`}
      source={source}
      box={is === 'main' ? box : otherBox}
      size={sizeFor(is === 'main' ? picture : otherPicture)}
      isPixelated={isPixelated}
      label={words('viewer.picture-of', { name: names[is] })}
      onPicture={is === 'main' ? onPicture : onOtherPicture}
    />
  );
  const sizeFor = (size: Size | undefined) =>
    box && size ? neededSize(box, size, density) : Math.min(wholeSize, 512);

  return (
    <section
      ref={stage}
      className={styles.stage}
      aria-label={words('viewer.stage')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved and zoomed by keys
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-grabs={view.type === 'free'}
      data-direction={isSide && pane.height < whole.height ? 'column' : 'row'}
    >
      {!isSide && (
        <>
          <div className={styles.pane}>{main && layerOf(main, 'main')}</div>
          {other && (
            <div
              className={styles.pane}
              style={
                mode === 'swipe' && !isHeld
                  ? { clipPath: `inset(0 ${100 * (1 - divider)}% 0 0)` }
                  : { visibility: showsOther ? 'visible' : 'hidden' }
              }
            >
              <div className={styles.ground}>{layerOf(other, 'other')}</div>
            </div>
          )}
          {other && mode === 'swipe' && !isHeld && (
            <Divider at={divider} put={at => change({ divider: at })} />
          )}
        </>
      )}
      {isSide && (
        <>
          <div className={styles.half} style={pane}>
            {layerOf(other, 'other')}
          </div>
          <div className={styles.half} style={pane}>
            {main && layerOf(main, 'main')}
          </div>
        </>
      )}
      {!(main && picture) && <p className={styles.coming}>{nothing}</p>}
      {other && (
        <div className={styles.names} aria-hidden data-mode={isHeld ? 'flicker' : mode}>
          {(mode !== 'flicker' && !isHeld) || showsOther ? <span>{names.other}</span> : <i />}
          {((mode !== 'flicker' && !isHeld) || !showsOther) && <span>{names.main}</span>}
        </div>
      )}
      {main && picture && (
        <ZoomControls
          looked={looked}
          percent={100 * density * zoomOf(view, picture, pane)}
          change={next => change({ view: next })}
        />
      )}
    </section>
  );
}

/** The size of a picture; the same object as long as it is the same size. */
function usePictureSize() {
  const [size, setSize] = useState<Size>();
  const take = useCallback(
    ({ width, height }: Size) =>
      setSize(before => (before?.width === width && before.height === height ? before : { width, height })),
    [],
  );
  return [size, take] as const;
}

/** The panes lie beside one another or one above the other, whichever leaves more room for the picture. */
function halfOf(whole: Size, picture: Size | undefined): Size {
  const beside = { width: whole.width / 2, height: whole.height };
  const above = { width: whole.width, height: whole.height / 2 };
  if (!picture) return beside;
  const zoomIn = (pane: Size) => zoomOf({ type: 'fit' }, picture, pane);
  return zoomIn(beside) >= zoomIn(above) ? beside : above;
}
