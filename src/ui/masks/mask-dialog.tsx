/** The brush over the picture that a Mask node takes. */
import { Contrast, FolderOpen, PaintBucket, Redo2, SquareDashed, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useCallback } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { wireKey } from '../../graph/ends.ts';
import { Dialog } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import { Segments } from '../controls/choice-control.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberControl } from '../controls/number-control.tsx';
import { chooseFiles } from '../documents/choose-files.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { usePainting } from '../state/painting.ts';
import { fill, invert, type Plane } from './brush.ts';
import { setBrush, sizeRange, useBrush } from './brush-settings.ts';
import { MaskCanvas } from './mask-canvas.tsx';
import { maskOfFile } from './mask-file.ts';
import styles from './masks.module.css';
import { stopPaintingMask, usePaintedMask } from './painting-mask.ts';
import { unscaled, wiredTo } from './picture-beneath.ts';
import { type MaskAtHand, useMask } from './use-mask.ts';

/** Pixels of the longer side of a mask, whatever its picture has: enough for an edge, and still a small file. */
const longerSide = 768;

export function MaskDialog() {
  const words = useWords();
  const node = usePaintedMask(state => state.node);
  const picture = useEditor(({ history }) =>
    node === undefined ? undefined : wiredTo(history.document, node, 'image'),
  );
  const shape = usePainting(({ wires }) => picture && wires[wireKey(picture)]?.shapes[0]?.shape);
  if (node === undefined) return null;
  const [height, width] = shape ?? [];
  const isReady = picture !== undefined && height !== undefined && width !== undefined;
  const scale = longerSide / Math.max(height ?? 1, width ?? 1);
  const scaled = (side = 1) => Math.max(1, Math.round(side * scale));
  return (
    <Dialog title={words('masks.title')} about={words('masks.about')} onClose={stopPaintingMask} size="wide">
      {isReady ? (
        <Painter node={node} picture={picture.node} width={scaled(width)} height={scaled(height)} />
      ) : (
        <p className={styles.missing}>{words('masks.no-picture')}</p>
      )}
    </Dialog>
  );
}

interface PainterProps {
  readonly node: NodeId;
  readonly picture: NodeId;
  readonly width: number;
  readonly height: number;
}

function Painter({ node, picture, width, height }: PainterProps) {
  const mask = useMask(node, width, height);
  const beneath = useEditor(({ history }) => unscaled(history.document, picture));
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) mask.redo();
    else mask.undo();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of what is inside
    <div className={styles.painter} onKeyDown={onKeyDown}>
      <div className={styles.place}>
        <MaskCanvas
          picture={beneath}
          plane={mask.plane}
          onStroke={erases => mask.keep(erases ? 'masks.step.erase' : 'masks.step.stroke')}
        />
      </div>
      <Tools mask={mask} />
    </div>
  );
}

function Tools({ mask }: { readonly mask: MaskAtHand }) {
  const words = useWords();
  const { size, hardness, erases, look } = useBrush();
  const setSize = useCallback((value: number) => setBrush({ size: value }), []);
  const setHardness = useCallback((value: number) => setBrush({ hardness: value / 100 }), []);
  const changed = (change: (plane: Plane) => void): Plane => {
    const copy = { ...mask.plane, data: mask.plane.data.slice() };
    change(copy);
    return copy;
  };
  const load = async () => {
    const [file] = await chooseFiles({ accept: 'image/*', multiple: false });
    if (!file) return;
    const read = await maskOfFile(file, mask.plane);
    if (read.ok) mask.keep('masks.step.load', read.value);
    else refuse(read.reason);
  };
  return (
    <div className={styles.tools}>
      <div>
        <Segments
          label={words('masks.tool')}
          choices={[
            { name: 'brush', text: words('masks.brush') },
            { name: 'eraser', text: words('masks.eraser') },
          ]}
          value={erases ? 'eraser' : 'brush'}
          set={tool => setBrush({ erases: tool === 'eraser' })}
        />
      </div>
      <NumberControl
        label={words('masks.size')}
        hint={words('masks.size-hint')}
        control={{ type: 'integer', ...sizeRange }}
        initial={64}
        value={size}
        set={setSize}
      />
      <NumberControl
        label={words('masks.hardness')}
        hint={words('masks.hardness-hint')}
        control={{ type: 'integer', min: 0, max: 100, unit: '%' }}
        initial={70}
        value={Math.round(hardness * 100)}
        set={setHardness}
      />
      <div className={styles.buttons}>
        <IconButton icon={Undo2} label={words('masks.undo')} disabled={!mask.canUndo} onClick={mask.undo} />
        <IconButton icon={Redo2} label={words('masks.redo')} disabled={!mask.canRedo} onClick={mask.redo} />
        <span className={styles.gap} />
        <IconButton
          icon={PaintBucket}
          label={words('masks.fill')}
          onClick={() =>
            mask.keep(
              'masks.step.fill',
              changed(plane => fill(plane, 255)),
            )
          }
        />
        <IconButton
          icon={Contrast}
          label={words('masks.invert')}
          onClick={() => mask.keep('masks.step.invert', changed(invert))}
        />
        <IconButton
          icon={SquareDashed}
          label={words('masks.clear')}
          onClick={() =>
            mask.keep(
              'masks.step.clear',
              changed(plane => fill(plane, 0)),
            )
          }
        />
        <IconButton icon={FolderOpen} label={words('masks.load')} onClick={() => void load()} />
      </div>
      <div>
        <Segments
          label={words('masks.shown')}
          choices={[
            { name: 'over', text: words('masks.over') },
            { name: 'alone', text: words('masks.alone') },
          ]}
          value={look}
          set={chosen => setBrush({ look: chosen === 'alone' ? 'alone' : 'over' })}
        />
      </div>
      <p className={styles.keys}>{words('masks.keys')}</p>
      <button type="button" className={`${buttons.primary} ${styles.done}`} onClick={stopPaintingMask}>
        {words('masks.done')}
      </button>
    </div>
  );
}
