/** What is to be painted: the frames, the picture that they replace, how large, how steady. */
import { Camera, Clapperboard } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { optimiserBehind } from '../../cli/library/film-documents.ts';
import type { NodeId } from '../../graph/document.ts';
import { nameOfNode } from '../../graph/node-name.ts';
import { type Message, message } from '../../language/message.ts';
import type { Result } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import buttons from '../controls/buttons.module.css';
import { Segments } from '../controls/choice-control.tsx';
import fields from '../controls/fields.module.css';
import { NumberControl } from '../controls/number-control.tsx';
import { chooseFiles } from '../documents/choose-files.ts';
import { Refusal } from '../images/refusal.tsx';
import { type Sayable, useWords } from '../language/words.ts';
import { openDocument } from '../state/editor.ts';
import { openCameraFrames } from './camera-source.ts';
import { openVideoFile } from './file-source.ts';
import { filmImages, filmOutputs } from './film-choices.ts';
import { type FrameSource, frameSize } from './frame-source.ts';
import type { FilmWish } from './painted-film.ts';
import styles from './video.module.css';

interface FilmFormProps {
  readonly refusal: Message | undefined;
  readonly onStart: (wish: FilmWish) => void;
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function FilmForm({ onStart, refusal }: FilmFormProps) {
  const words = useWords();
  const [document] = useState(openDocument);
  const [outputs] = useState(() => filmOutputs(document));
  const [source, setSource] = useState<FrameSource>();
  const [isOpening, setOpening] = useState(false);
  const [reason, setReason] = useState<Message>();
  const [output, setOutput] = useState<NodeId>(outputs[0] ?? '');
  const images = filmImages(document, output);
  const [chosen, setChosen] = useState<NodeId>();
  const [size, setSize] = useState(256);
  const [steadiness, setSteadiness] = useState(1);
  const [iterations, setIterations] = useState(30);
  const [format, setFormat] = useState<FilmWish['format']>('webm');
  const image = chosen !== undefined && images.includes(chosen) ? chosen : images[0];
  const optimises = optimiserBehind(document, output) !== undefined;

  // Handed over, it is closed by whoever paints it; a camera that nobody looks through is let go.
  const unused = useRef<FrameSource>(undefined);
  useEffect(() => () => unused.current?.close(), []);

  const open = async (opening: Promise<Result<FrameSource>>) => {
    setReason(undefined);
    setOpening(true);
    const opened = await opening;
    setOpening(false);
    if (!opened.ok) return setReason(opened.reason);
    unused.current?.close();
    unused.current = opened.value;
    setSource(opened.value);
  };
  const chooseFile = async () => {
    const [file] = await chooseFiles({ accept: 'video/*,.mkv', multiple: false });
    if (file) await open(openVideoFile(file, file.name));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!source || image === undefined) return;
    unused.current = undefined;
    onStart({
      document,
      source,
      size: frameSize(source, size),
      format,
      image,
      output,
      steadiness,
      iterations,
    });
  };
  const named = (id: NodeId): string => {
    const name = nameOfNode(document, id, nodeKinds);
    return typeof name === 'object' ? words(name as Sayable) : String(name);
  };

  if (outputs.length === 0) {
    return (
      <div className={styles.form}>
        <Refusal reason={message('video.no-image')} />
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.source}>
        <button type="button" className={buttons.button} data-first onClick={() => void chooseFile()}>
          <Clapperboard {...icon} />
          {words('video.choose-file')}
        </button>
        <button
          type="button"
          className={buttons.button}
          onClick={() => void open(openCameraFrames(words('video.camera')))}
        >
          <Camera {...icon} />
          {words('video.camera')}
        </button>
        <output className={styles.soft}>{source && factsOf(source, words)}</output>
      </div>
      <Refusal reason={reason ?? refusal} />
      <div className={styles.fields}>
        <label className={fields.field}>
          <span>{words('video.image')}</span>
          <select value={image} onChange={({ target }) => setChosen(target.value)}>
            {images.map(id => (
              <option key={id} value={id}>
                {named(id)}
              </option>
            ))}
          </select>
        </label>
        {outputs.length > 1 && (
          <label className={fields.field}>
            <span>{words('video.output')}</span>
            <select value={output} onChange={({ target }) => setOutput(target.value)}>
              {outputs.map(id => (
                <option key={id} value={id}>
                  {named(id)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className={styles.numbers}>
        <NumberControl
          label={words('video.size')}
          control={{ type: 'integer', min: 64, max: 1024, unit: 'px' }}
          initial={256}
          value={size}
          set={setSize}
        />
        <NumberControl
          label={words('video.steadiness')}
          hint={words('video.steadiness-hint')}
          control={{ type: 'number', min: 0, max: 10, step: 0.1, scale: 'linear' }}
          initial={1}
          value={steadiness}
          set={setSteadiness}
        />
        {optimises && (
          <NumberControl
            label={words('video.iterations')}
            control={{ type: 'integer', min: 1, max: 500 }}
            initial={30}
            value={iterations}
            set={setIterations}
          />
        )}
      </div>
      <p className={styles.soft}>{words('video.steadiness-hint')}</p>
      <footer className={styles.footer}>
        <Segments
          label={words('video.format')}
          choices={[
            { name: 'webm', text: 'WebM' },
            { name: 'mp4', text: 'MP4' },
          ]}
          value={format}
          set={name => setFormat(name === 'mp4' ? 'mp4' : 'webm')}
        />
        <button type="submit" className={buttons.primary} disabled={!source || isOpening}>
          {words('video.start')}
        </button>
      </footer>
    </form>
  );
}

function factsOf({ name, width, height, count }: FrameSource, words: ReturnType<typeof useWords>): string {
  return count === undefined
    ? words('video.live', { name, width, height })
    : words('video.frames', { name, width, height, count });
}
