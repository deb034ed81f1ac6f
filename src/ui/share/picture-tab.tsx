/** The picture as a file, and how much it is to tell of itself. */
import { Download } from 'lucide-react';
import { useState } from 'react';
import { formatBytes } from '../../language/format.ts';
import buttons from '../controls/buttons.module.css';
import { Segments } from '../controls/choice-control.tsx';
import { ownPictures } from '../images/references.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { pictureFormats } from '../viewer/picture-file.ts';
import { savePicture } from '../viewer/save-picture.ts';
import styles from './share.module.css';
import { closeShareDialog } from './share-dialog-state.ts';
import { inPicture } from './small-pictures.ts';
import { SwitchRow } from './switch-row.tsx';
import { useSmallPictures } from './use-small-pictures.ts';

/** Whether a recipe goes along is asked beside the format. */
const offered = pictureFormats.filter(({ id }) => id !== 'png-plain');

export function PictureTab() {
  const words = useWords();
  const [id, setId] = useState('png');
  const [tells, setTells] = useState(true);
  const [brings, setBrings] = useState(false);
  const count = useEditor(({ history }) => ownPictures(history.document).length);
  const pictures = useSmallPictures(inPicture);
  const format = offered.find(one => one.id === id) ?? offered[0];
  if (!format) return null;
  const carries = format.carriesRecipe && tells;
  const size = pictures && formatBytes(pictures.bytes);
  const save = async () => {
    const included = carries && brings ? pictures?.images : undefined;
    closeShareDialog();
    await savePicture({ ...format, carriesRecipe: carries }, included);
  };
  return (
    <>
      <Segments
        label={words('sharing.format')}
        choices={offered.map(({ id: name, name: text }) => ({ name, text: words(text) }))}
        value={format.id}
        set={setId}
      />
      <SwitchRow
        label={words('sharing.with-recipe')}
        hint={words(format.carriesRecipe ? 'sharing.with-recipe-hint' : 'sharing.no-recipe-here')}
        isOn={carries}
        set={format.carriesRecipe ? setTells : undefined}
      />
      {count > 0 && (
        <SwitchRow
          label={
            size === undefined
              ? words('sharing.with-pictures-wait', { count })
              : words('sharing.with-pictures', { count, size })
          }
          hint={words('sharing.with-pictures-hint', { side: inPicture.longest })}
          isOn={carries && brings}
          set={carries ? setBrings : undefined}
        />
      )}
      <div className={styles.end}>
        <button type="button" className={buttons.primary} onClick={() => void save()}>
          <Download size={14} strokeWidth={1.75} aria-hidden />
          {words('sharing.save-picture')}
        </button>
      </div>
    </>
  );
}
