/** A part of the plan: the memory that is alive step by step, and its rows. A row and its nodes light each other. */
import { type CSSProperties, useMemo, useState } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { own } from '../../../graph/own.ts';
import { formatBytes, formatFlops, formatShape } from '../../../language/format.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import type { PartAccount } from '../../../runtime/compile/account.ts';
import { bringIntoView } from '../../canvas/go-to-thing.ts';
import { useWords } from '../../language/words.ts';
import { select, useEditor } from '../../state/editor.ts';
import { AliveChart } from './alive-chart.tsx';
import { light } from './light.ts';
import styles from './plan.module.css';
import { type PlanRow, rowsOf } from './rows.ts';

interface PlanPartProps {
  readonly title: string;
  readonly part: PartAccount;
  /** How often it runs. */
  readonly times?: number;
}

export function PlanPart({ title, part, times = 1 }: PlanPartProps) {
  const words = useWords();
  const rows = useMemo(() => rowsOf(part), [part]);
  const [pointed, setPointed] = useState<PlanRow>();
  const selected = useEditor(({ selection }) => selection.nodes);
  const most = Math.max(1, ...rows.map(({ flops }) => flops));
  const point = (row: PlanRow | undefined) => {
    setPointed(row);
    light(row?.nodes ?? []);
  };
  const about = words('plan-lens.part', {
    ops: part.steps.length,
    flops: formatFlops(part.flops),
    peak: formatBytes(part.peakBytes),
  });
  return (
    <section className={styles.part} aria-label={title}>
      <h3>
        {times > 1 ? `${title} × ${times}` : title}
        <small>{about}</small>
      </h3>
      {part.steps.length > 0 && <AliveChart part={part} marked={pointed?.steps ?? []} />}
      <ol className={styles.rows}>
        {rows.map(row => (
          <Row
            key={row.key}
            row={row}
            share={row.flops / most}
            isLit={row.nodes.some(id => selected.has(id))}
            point={point}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly row: PlanRow;
  /** Of the dearest row's operations. */
  readonly share: number;
  /** One of its nodes is selected. */
  readonly isLit: boolean;
  readonly point: (row: PlanRow | undefined) => void;
}

function Row({ row, share, isLit, point }: RowProps) {
  const words = useWords();
  const name = useTitles();
  const { nodes, shape, flops, bytes, ops, freedBy } = row;
  const choose = () => {
    select({ nodes: new Set(nodes) });
    if (nodes[0] !== undefined) bringIntoView(nodes[0]);
  };
  const done = [...ops].map(([op, count]) => (count > 1 ? `${op} ×${count}` : op)).join(', ');
  const until =
    freedBy === undefined
      ? words('plan-lens.kept')
      : words('plan-lens.until', { node: freedBy.map(name).join(', ') });
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-lit={isLit}
        aria-pressed={isLit}
        onClick={choose}
        onPointerEnter={() => point(row)}
        onPointerLeave={() => point(undefined)}
        onFocus={() => point(row)}
        onBlur={() => point(undefined)}
      >
        <span>
          {nodes.length === 0 ? words('plan-lens.nobody') : nodes.map(name).join(', ')}
          {nodes.length > 1 && <em>{words('plan-lens.shared', { count: nodes.length })}</em>}
        </span>
        <span className={styles.ops}>{done}</span>
        <span className={styles.shape}>{formatShape(shape)}</span>
        <span className={styles.cost}>
          <i style={{ '--share': share } as CSSProperties} aria-hidden />
          {formatFlops(flops)}
        </span>
        <span className={styles.bytes}>{formatBytes(bytes)}</span>
        <span className={styles.until}>{until}</span>
      </button>
    </li>
  );
}

/** What a node is called on the page. */
function useTitles(): (id: NodeId) => string {
  const words = useWords();
  const nodes = useEditor(({ history }) => history.document.nodes);
  return id => {
    const node = own(nodes, id);
    const kind = nodeKinds.get(node?.kind ?? '');
    return node?.title ?? (kind ? words(kind.title) : id);
  };
}
