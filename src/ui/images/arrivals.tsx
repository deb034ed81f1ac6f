/**
 * Files that a person drags over the page or pastes into it. While they are dragged, the place that would take
 * them is lit: an Image node, whose picture would be exchanged, or the canvas.
 */
import { useEffect, useState } from 'react';
import { flowElement } from '../canvas/flow.ts';
import { useOpen } from '../documents/open-documents.ts';
import { useWords } from '../language/words.ts';
import { refuse } from '../state/notices.ts';
import { fetchImage } from './fetch-image.ts';
import styles from './images.module.css';
import { addImageNodes, exchangeImage, freePlace, isImageNode, placeInGraph } from './place-images.ts';
import { type Destination, takeFiles } from './take-files.ts';

interface Lit {
  readonly node: string | undefined;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function Arrivals() {
  const words = useWords();
  const [lit, setLit] = useState<Lit>();
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!brings(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      const now = litBy(event);
      setLit(before => (before && now && isSame(before, now) ? before : now));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setLit(undefined);
    };
    const drop = (event: DragEvent) => {
      setLit(undefined);
      if (event.defaultPrevented || !brings(event)) return;
      event.preventDefault();
      takeDropped(event);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', takePasted);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', takePasted);
    };
  }, []);
  if (!lit) return null;
  const { node, ...place } = lit;
  return (
    <div className={styles.drop} style={place} role="status">
      <p>{words(node === undefined ? 'images.drop-canvas' : 'images.drop-node')}</p>
      {node === undefined && <small>{words('images.drop-hint')}</small>}
    </div>
  );
}

/** Files, or a picture dragged out of another page; not what is dragged within this one. */
const brings = ({ dataTransfer }: DragEvent): boolean =>
  (dataTransfer?.types.includes('Files') ?? false) ||
  (dataTransfer?.types.includes('text/uri-list') ?? false);

function takeDropped(event: DragEvent): void {
  if (useOpen.getState().elsewhere) return;
  const to = destinationOf(event);
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length > 0) {
    void takeFiles(files, to);
    return;
  }
  const [address] = (event.dataTransfer?.getData('text/uri-list') ?? '').split('\n');
  if (address) void takeAddress(address.trim(), to);
}

async function takeAddress(address: string, to: Destination): Promise<void> {
  const fetched = await fetchImage(address);
  if (!fetched.ok) refuse(fetched.reason);
  else if (to.type === 'node') exchangeImage(to.node, fetched.value);
  else addImageNodes([fetched.value], to.at);
}

/** A copied picture becomes a node, also while a field has the cursor: no field takes one. */
function takePasted(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])];
  if (event.defaultPrevented || files.length === 0 || useOpen.getState().elsewhere) return;
  event.preventDefault();
  void takeFiles(files.map(named), { type: 'place', at: freePlace() });
}

/** Browsers call every copied picture `image.png`. */
function named(file: File): File {
  if (file.name !== 'image.png') return file;
  return new File([file], 'pasted.png', { type: file.type });
}

const nodeAt = ({ clientX, clientY }: DragEvent): string | undefined => {
  const at = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.react-flow__node');
  const id = at?.dataset.id;
  return id !== undefined && isImageNode(id) ? id : undefined;
};

function destinationOf(event: DragEvent): Destination {
  const node = nodeAt(event);
  const at = isOnCanvas(event) ? placeInGraph({ x: event.clientX, y: event.clientY }) : freePlace();
  return node === undefined
    ? { type: 'place', at }
    : { type: 'node', node, beside: { x: at.x, y: at.y + 240 } };
}

const isOnCanvas = ({ clientX, clientY }: DragEvent): boolean =>
  document.elementFromPoint(clientX, clientY)?.closest('.react-flow') !== null;

function litBy(event: DragEvent): Lit | undefined {
  const node = nodeAt(event);
  const element = (node !== undefined && flowElement(node)) || document.querySelector('.react-flow');
  const place = element?.getBoundingClientRect();
  if (!place) return undefined;
  const { left, top, width, height } = place;
  return { node, left, top, width, height };
}

const isSame = (before: Lit, now: Lit): boolean =>
  before.node === now.node &&
  before.left === now.left &&
  before.top === now.top &&
  before.width === now.width;
