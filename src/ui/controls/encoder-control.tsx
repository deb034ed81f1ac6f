/** Which encoder: the one that ships, an untrained one with its seed, or one that was added to this browser. */
import { useEffect, useState } from 'react';
import { useWords } from '../language/words.ts';
import { List } from './choice-control.tsx';
import { NumberControl } from './number-control.tsx';
import styles from './parameter.module.css';
import type { NumberSpec } from './slider-scale.ts';

interface EncoderControlProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly set: (value: string, gesture?: string) => void;
}

const seedSpec: NumberSpec = { type: 'integer', min: 0, max: 999_999_999 };

export function EncoderControl({ label, hint, value, set }: EncoderControlProps) {
  const words = useWords();
  const kept = useKeptEncoders();
  const [, seed] = /^random:(\d+)$/.exec(value) ?? [];
  const references = new Set(['lite', 'random', ...kept.map(name => `model:${name}`)]);
  // What the document names is offered, though it may lie elsewhere.
  if (seed === undefined) references.add(value);
  const titles: Readonly<Record<string, string>> = {
    lite: words('control.encoder-lite'),
    random: words('control.encoder-random'),
  };
  const choices = [...references].map(name => ({
    name,
    text: titles[name] ?? name.replace(/^(model|file|folder):/, ''),
  }));
  return (
    <div className={styles.encoder}>
      <List
        label={label}
        hint={hint}
        choices={choices}
        value={seed === undefined ? value : 'random'}
        set={name => set(name === 'random' ? 'random:0' : name)}
      />
      {seed !== undefined && (
        <NumberControl
          label={words('control.encoder-seed')}
          control={seedSpec}
          initial={0}
          value={Number(seed)}
          set={(number, gesture) => set(`random:${number}`, gesture)}
        />
      )}
    </div>
  );
}

/** The names of the encoders that were added to this browser. What reads them is loaded when it is asked. */
function useKeptEncoders(): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    import('./kept-encoders.ts')
      .then(({ keptEncoders }) => keptEncoders())
      .then(found => !isGone && setNames(found));
    return () => {
      isGone = true;
    };
  }, []);
  return names;
}
