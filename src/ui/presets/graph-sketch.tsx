/** A graph in a few strokes, for presets that have painted nothing: where its nodes stand, and their wires. */
import { useMemo } from 'react';
import { parseDocument } from '../../graph/file/parse.ts';
import { own } from '../../graph/own.ts';
import { faceOf } from '../nodes/faces.ts';
import styles from './presets.module.css';

/** Of a node, roughly: heights are known only on a canvas. */
const height = 120;
const margin = 40;

export function GraphSketch({ graph }: { readonly graph: string }) {
  const sketch = useMemo(() => sketchOf(graph), [graph]);
  if (!sketch) return null;
  return (
    <svg className={styles.sketch} viewBox={sketch.viewBox} aria-hidden="true">
      {sketch.wires.map(({ id, path }) => (
        <path key={id} d={path} />
      ))}
      {sketch.boxes.map(({ id, x, y, width }) => (
        <rect key={id} x={x} y={y} width={width} height={height} rx={16} />
      ))}
    </svg>
  );
}

function sketchOf(graph: string) {
  const opened = parseDocument(graph);
  if (!opened.ok) return undefined;
  const { nodes, edges } = opened.value.document;
  const boxes = Object.entries(nodes).map(([id, { kind, position }]) => ({
    id,
    ...position,
    width: faceOf(kind).width,
  }));
  if (boxes.length === 0) return undefined;
  const byId = Object.fromEntries(boxes.map(box => [box.id, box]));
  const wires = Object.entries(edges).flatMap(([id, { from, to }]) => {
    const [a, b] = [own(byId, from.node), own(byId, to.node)];
    if (!a || !b) return [];
    const [startX, startY, endX, endY] = [a.x + a.width, a.y + height / 2, b.x, b.y + height / 2];
    const middle = (startX + endX) / 2;
    return [{ id, path: `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${endX} ${endY}` }];
  });
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
  const bottom = Math.max(...boxes.map(({ y }) => y + height)) + margin;
  return { boxes, wires, viewBox: `${left} ${top} ${right - left} ${bottom - top}` };
}
