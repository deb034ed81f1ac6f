/** A video or the camera, painted by the open graph: what is wanted, the painting, and the file. */
import { useEffect, useRef, useState } from 'react';
import { type Message, message } from '../../language/message.ts';
import { Dialog } from '../commands/dialog.tsx';
import { useWords } from '../language/words.ts';
import { client } from '../painting/connection.ts';
import { FilmForm } from './film-form.tsx';
import { FilmResult } from './film-result.tsx';
import { FilmUnderWay } from './film-under-way.tsx';
import { paintFilm } from './paint-film.ts';
import type { FilmEnd, FilmProgress } from './painted-film.ts';
import { type FilmWish, PaintedFilm } from './painted-film.ts';
import { closeVideoPanel } from './video-state.ts';

type Step =
  | { readonly type: 'asking' }
  | {
      readonly type: 'painting';
      readonly wish: FilmWish;
      readonly film: PaintedFilm;
      readonly failure?: Message;
    }
  | { readonly type: 'done'; readonly wish: FilmWish; readonly file: Blob; readonly progress: FilmProgress };

export function VideoDialog() {
  const words = useWords();
  const [step, setStep] = useState<Step>({ type: 'asking' });
  const [refusal, setRefusal] = useState<Message>();
  const draw = useRef<(frame: ImageData, progress: FilmProgress) => void>(() => {});
  const underWay = useRef<PaintedFilm | undefined>(undefined);
  useEffect(() => () => underWay.current?.cancel(), []);

  const go = async (wish: FilmWish, film: PaintedFilm) => {
    const painter = client();
    if (!painter) return;
    underWay.current = film;
    setStep({ type: 'painting', wish, film });
    const end: FilmEnd = await paintFilm(film, painter, ({ pixels: { rgba, width, height } }, progress) =>
      draw.current(new ImageData(rgba, width, height), progress),
    );
    if (end.type === 'failed') {
      setStep({ type: 'painting', wish, film, failure: end.reason });
      return;
    }
    underWay.current = undefined;
    setStep(end.type === 'file' ? { ...end, type: 'done', wish } : { type: 'asking' });
  };
  const start = (wish: FilmWish) => {
    const painter = client();
    setRefusal(painter ? undefined : message('video.painter-not-there'));
    if (painter) void go(wish, new PaintedFilm(wish, painter));
  };

  return (
    <Dialog
      title={words('video.title')}
      about={words('video.about')}
      // What takes long does not end by a slip of the hand.
      onClose={step.type === 'painting' ? undefined : closeVideoPanel}
      size="wide"
    >
      {step.type === 'asking' && <FilmForm onStart={start} refusal={refusal} />}
      {step.type === 'painting' && (
        <FilmUnderWay
          wish={step.wish}
          film={step.film}
          failure={step.failure}
          draw={draw}
          onAgain={() => void go(step.wish, step.film)}
          onCancel={() => {
            step.film.cancel();
            // Nobody is at it any more who would hear that.
            if (step.failure) {
              step.wish.source.close();
              setStep({ type: 'asking' });
            }
          }}
        />
      )}
      {step.type === 'done' && <FilmResult {...step} onAnother={() => setStep({ type: 'asking' })} />}
    </Dialog>
  );
}
