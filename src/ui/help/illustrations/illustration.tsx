/** What a kind of node does, in a few small pictures that were made by running it. */
import type { Text } from '../../../language/text.ts';
import { useWords } from '../../language/words.ts';
import { captions } from './captions.ts';
import styles from './illustration.module.css';

const pictures = import.meta.glob<string>('./*.webp', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

interface IllustrationProps {
  readonly kind: string;
}

/** Nothing, for a kind that has no picture. */
export function Illustration({ kind }: IllustrationProps) {
  const words = useWords();
  const caption: Text | undefined = captions[kind];
  const address = pictures[`./${kind}.webp`];
  if (!caption || address === undefined) return null;
  return (
    <figure className={styles.figure}>
      {/* The caption below says what is to be seen. */}
      <img src={address} alt="" loading="lazy" />
      <figcaption>{words(caption)}</figcaption>
    </figure>
  );
}
