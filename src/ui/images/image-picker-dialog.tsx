import { Dialog } from '../commands/dialog.tsx';
import { useWords } from '../language/words.ts';
import { useViewer } from '../viewer/viewer-state.ts';
import { stopChoosing, useChoosing } from './choose-image.ts';
import { ImagePicker } from './image-picker.tsx';
import { addImageNodes, freePlace } from './place-images.ts';

/** The picker in a dialog, for whichever node it was asked for. */
export function ImagePickerDialog() {
  const words = useWords();
  const choosing = useChoosing(state => state.choosing);
  if (choosing.type === 'closed') return null;
  const chosen = (reference: string) => {
    if (choosing.type === 'new') addImageNodes([reference], freePlace());
    // What it does to the painting is what one wants to see now; the picture itself was just looked at.
    else useViewer.setState({ image: undefined });
    stopChoosing();
  };
  return (
    <Dialog title={words('images.title')} about={words('images.about')} onClose={stopChoosing}>
      <ImagePicker node={choosing.type === 'node' ? choosing.node : undefined} onChosen={chosen} />
    </Dialog>
  );
}
