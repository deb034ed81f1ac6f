import { useEffect, useState } from 'react';
import type { KeptPicture } from '../documents/kept.ts';
import { shelf } from '../documents/the-shelf.ts';
import { useWords } from '../language/words.ts';
import { giveFiles } from '../painting/given-files.ts';
import styles from './images.module.css';
import { nameOfReference } from './picture-reference.ts';
import { contentSamples, type SamplePicture, styleSamples } from './sample-pictures.ts';
import type { TabProps } from './tab-props.ts';

interface SamplesTabProps extends TabProps {
  readonly current: string | undefined;
}

/** Pictures that ship, and those that the person has brought before. */
export function SamplesTab({ current, onChosen }: SamplesTabProps) {
  const words = useWords();
  const owned = useOwnPictures();
  const shown = ({ reference, title, url }: SamplePicture): Thumb => ({
    reference,
    url,
    title: words(title),
  });
  return (
    <>
      <Thumbs
        title={words('images.photographs')}
        pictures={contentSamples.map(shown)}
        {...{ current, onChosen }}
      />
      <Thumbs title={words('images.styles')} pictures={styleSamples.map(shown)} {...{ current, onChosen }} />
      {owned.length > 0 && (
        <Thumbs
          title={words('images.yours')}
          pictures={owned}
          current={current}
          onChosen={reference => {
            const found = owned.find(picture => picture.reference === reference);
            if (found) giveFiles({ [reference]: found.blob });
            onChosen(reference);
          }}
        />
      )}
    </>
  );
}

interface Thumb {
  readonly reference: string;
  readonly title: string;
  readonly url: string;
}

interface ThumbsProps extends SamplesTabProps {
  readonly title: string;
  readonly pictures: readonly Thumb[];
}

function Thumbs({ title, pictures, current, onChosen }: ThumbsProps) {
  return (
    <section className={styles.thumbs}>
      <h3>{title}</h3>
      <ul>
        {pictures.map(({ reference, title: name, url }) => (
          <li key={reference}>
            <button
              type="button"
              className={styles.thumb}
              aria-pressed={reference === current}
              onClick={() => onChosen(reference)}
            >
              <img src={url} alt="" loading="lazy" decoding="async" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OwnThumb extends Thumb {
  readonly blob: Blob;
}

const mostShown = 24;

/** The newest first. */
function useOwnPictures(): readonly OwnThumb[] {
  const [owned, setOwned] = useState<readonly OwnThumb[]>([]);
  useEffect(() => {
    let urls: readonly string[] = [];
    let isGone = false;
    shelf()
      .pictures()
      .then(pictures => {
        if (isGone) return;
        const thumbs = pictures.filter(isPicture).slice(0, mostShown).map(thumbOf);
        urls = thumbs.map(({ url }) => url);
        setOwned(thumbs);
      });
    return () => {
      isGone = true;
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, []);
  return owned;
}

/** Archives of networks are kept among them, and masks. */
const isPicture = ({ blob, isMask }: KeptPicture): boolean => blob.type !== 'application/zip' && !isMask;

const thumbOf = ({ reference, blob }: KeptPicture): OwnThumb => ({
  reference,
  blob,
  title: nameOfReference(reference),
  url: URL.createObjectURL(blob),
});
