/** A film while it is painted: its newest frame, how far it is, and what can be done about it. */
import { CircleStop, Pause, Play, X } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Message } from '../../language/message.ts';
import buttons from '../controls/buttons.module.css';
import { Refusal } from '../images/refusal.tsx';
import { useWords } from '../language/words.ts';
import { FlickerFacts } from './flicker-facts.tsx';
import type { FilmProgress, FilmWish, PaintedFilm } from './painted-film.ts';
import styles from './video.module.css';

interface FilmUnderWayProps {
  readonly wish: FilmWish;
  readonly film: PaintedFilm;
  readonly failure: Message | undefined;
  /** Who draws the frames that come. */
  readonly draw: RefObject<(frame: ImageData, progress: FilmProgress) => void>;
  readonly onAgain: () => void;
  readonly onCancel: () => void;
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function FilmUnderWay({ wish, film, failure, draw, onAgain, onCancel }: FilmUnderWayProps) {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isPaused, setPaused] = useState(false);
  const [progress, setProgress] = useState(film.progress);
  useEffect(() => {
    draw.current = (frame, now) => {
      const shown = canvas.current;
      if (shown) {
        Object.assign(shown, { width: frame.width, height: frame.height });
        shown.getContext('2d')?.putImageData(frame, 0, 0);
      }
      setProgress(now);
    };
  }, [draw]);

  const pause = () => {
    if (isPaused) film.resume();
    else film.pause();
    setPaused(!isPaused);
  };
  const isStill = failure !== undefined || isPaused;
  const { count } = wish.source;
  const { done, pace } = progress;
  return (
    <div className={styles.underWay}>
      <canvas
        ref={canvas}
        className={styles.picture}
        role="img"
        aria-label={words('video.painted')}
        width={wish.size.width}
        height={wish.size.height}
      />
      {count !== undefined && (
        <progress aria-label={words('video.title')} className={styles.progress} value={done} max={count} />
      )}
      <p className={styles.facts} role="status">
        <span>
          {count === undefined
            ? words('video.progress-live', { done })
            : words('video.progress', { done, count })}
        </span>
        {done > 0 && <span>{words('video.pace', { seconds: pace.toFixed(2) })}</span>}
        {done > 0 && count !== undefined && (
          <span>{words('video.left', { time: timeText((count - done) * pace) })}</span>
        )}
      </p>
      <FlickerFacts progress={progress} />
      <Refusal reason={failure} />
      <footer className={styles.footer}>
        <button type="button" className={buttons.button} onClick={onCancel}>
          <X {...icon} />
          {words('video.cancel')}
        </button>
        {failure === undefined && (
          <button type="button" className={buttons.button} disabled={done === 0} onClick={() => film.end()}>
            <CircleStop {...icon} />
            {words('video.stop')}
          </button>
        )}
        <button type="button" className={buttons.primary} onClick={failure === undefined ? pause : onAgain}>
          {isStill ? <Play {...icon} /> : <Pause {...icon} />}
          {words(isStill ? 'video.resume' : 'video.pause')}
        </button>
      </footer>
    </div>
  );
}

/** `1:05` */
const timeText = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
