import { ImageUp } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import type { Message } from '../../language/message.ts';
import buttons from '../controls/buttons.module.css';
import { chooseFiles } from '../documents/choose-files.ts';
import { useWords } from '../language/words.ts';
import styles from './images.module.css';
import { addImageNodes, freePlace } from './place-images.ts';
import { Refusal } from './refusal.tsx';
import { supplyImage } from './supply-image.ts';
import type { TabProps } from './tab-props.ts';

/** Files of the person's. The first is the one that was chosen; further ones become nodes of their own. */
export function FileTab({ onChosen }: TabProps) {
  const words = useWords();
  const [reason, setReason] = useState<Message>();
  const take = async (files: readonly File[]) => {
    setReason(undefined);
    const references: string[] = [];
    for (const file of files) {
      const supplied = await supplyImage(file, file.name);
      if (supplied.ok) references.push(supplied.value);
      else setReason(supplied.reason);
    }
    const [first, ...others] = references;
    if (others.length > 0) addImageNodes(others, freePlace());
    if (first !== undefined) onChosen(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void take([...event.dataTransfer.files]);
  };
  return (
    <div className={styles.pane}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same */}
      <div className={styles.dropPlace} onDragOver={event => event.preventDefault()} onDrop={drop}>
        <ImageUp size={32} strokeWidth={1.25} aria-hidden />
        <p>{words('images.drop-here')}</p>
        <button
          type="button"
          className={buttons.primary}
          onClick={async () => take(await chooseFiles({ accept: 'image/*', multiple: true }))}
        >
          {words('images.browse')}
        </button>
        <p className={styles.soft}>{words('images.paste-too')}</p>
      </div>
      <Refusal reason={reason} />
    </div>
  );
}
