/**
 * Rings around what a lesson points at. They follow the real elements wherever these are moved, lie above the
 * page, take no click, and go with the page that pointed.
 */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Pointer } from '../../graph/lesson/lesson.ts';
import { flowElement } from '../canvas/flow.ts';
import { flowId } from '../canvas/flow-id.ts';
import styles from './beacons.module.css';

export function Beacons({ pointers }: { readonly pointers: readonly Pointer[] }) {
  return createPortal(
    pointers.map(pointer => <Beacon key={JSON.stringify(pointer)} pointer={pointer} />),
    document.body,
  );
}

function Beacon({ pointer }: { readonly pointer: Pointer }) {
  const ring = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    let last = '';
    const follow = () => {
      frame = requestAnimationFrame(follow);
      const place = placeOf(pointer);
      const shape = place ? `${place.x} ${place.y} ${place.width} ${place.height}` : '';
      if (shape === last || !ring.current) return;
      last = shape;
      const { style } = ring.current;
      style.display = place ? 'block' : 'none';
      if (!place) return;
      style.transform = `translate(${place.x}px, ${place.y}px)`;
      style.width = `${place.width}px`;
      style.height = `${place.height}px`;
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [pointer]);
  return <div ref={ring} className={styles.beacon} data-points-at={pointer.type} aria-hidden />;
}

const around = 4;

/** Where the ring goes: around the first of its elements that is to be seen; undefined where none is. */
function placeOf(pointer: Pointer): DOMRect | undefined {
  for (const element of elementsOf(pointer)) {
    const place = ringAround(element);
    if (place) return place;
  }
  return undefined;
}

function ringAround(element: Element): DOMRect | undefined {
  const region = element.closest('[data-region]')?.getBoundingClientRect();
  if (!region) return undefined;
  const box = boxOf(element);
  const left = Math.max(box.left - around, region.left + 1);
  const top = Math.max(box.top - around, region.top + 1);
  const right = Math.min(box.right + around, region.right - 1);
  const bottom = Math.min(box.bottom + around, region.bottom - 1);
  return right - left < 8 || bottom - top < 8
    ? undefined
    : new DOMRect(left, top, right - left, bottom - top);
}

/** A control on a node has no box of its own, only what is in it has. */
function boxOf(element: Element): DOMRect {
  if (getComputedStyle(element).display !== 'contents') return element.getBoundingClientRect();
  const boxes = [...element.children].map(child => child.getBoundingClientRect());
  const left = Math.min(...boxes.map(box => box.left));
  const top = Math.min(...boxes.map(box => box.top));
  const right = Math.max(...boxes.map(box => box.right));
  const bottom = Math.max(...boxes.map(box => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

function elementsOf(pointer: Pointer): readonly Element[] {
  switch (pointer.type) {
    case 'node':
      return [flowElement(flowId({ type: 'node', id: pointer.node }))].filter(found => found !== null);
    case 'parameter': {
      const named = `[data-parameter="${CSS.escape(`${pointer.node}.${pointer.param}`)}"]`;
      return [...document.querySelectorAll(named)];
    }
    case 'part':
      return [...document.querySelectorAll(parts[pointer.part])];
  }
}

const parts: Readonly<Record<Extract<Pointer, { type: 'part' }>['part'], string>> = {
  viewer: '[data-region="viewer"]',
  inspector: '[data-region="inspector"]',
  transport: '[data-part="transport"]',
  timeline: '[data-part="timeline"]',
  chart: '[data-part="chart"]',
  compare: '[data-part="compare"]',
};
