import { type Colour, colours, colourTitle } from '../../../graph/palette.ts';
import { useWords } from '../../language/words.ts';
import styles from './annotations.module.css';

interface ColourChoiceProps {
  readonly chosen: Colour | undefined;
  readonly choose: (colour: Colour) => void;
}

/** The colours of frames and notes, in a row. */
export function ColourChoice({ chosen, choose }: ColourChoiceProps) {
  const words = useWords();
  return (
    <fieldset className={`nodrag ${styles.colours}`} aria-label={words('canvas.colour')}>
      {colours.map(colour => (
        <button
          key={colour}
          type="button"
          className={styles.colour}
          data-colour={colour}
          aria-label={words(colourTitle[colour])}
          title={words(colourTitle[colour])}
          aria-pressed={colour === chosen}
          onClick={() => choose(colour)}
        />
      ))}
    </fieldset>
  );
}
