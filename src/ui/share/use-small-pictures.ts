import { useEffect, useState } from 'react';
import { openDocument } from '../state/editor.ts';
import { type SmallPictures, smallPictures } from './small-pictures.ts';

/** The pictures of the open document, as they would go along; undefined until they are made. */
export function useSmallPictures(size: {
  readonly longest: number;
  readonly quality: number;
}): SmallPictures | undefined {
  const [made, setMade] = useState<SmallPictures>();
  const { longest, quality } = size;
  useEffect(() => {
    let isWanted = true;
    void smallPictures(openDocument(), { longest, quality }).then(found => isWanted && setMade(found));
    return () => {
      isWanted = false;
    };
  }, [longest, quality]);
  return made;
}
