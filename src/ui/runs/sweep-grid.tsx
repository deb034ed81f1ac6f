import { Download, Square, X } from 'lucide-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { Axis } from '../../runtime/sweep/axis.ts';
import type { Cell } from '../../runtime/sweep/grid.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords, type Words } from '../language/words.ts';
import { axisTitle, settingsText, valueLabel } from './axis-text.ts';
import { saveSweepSheet } from './save-sweep-sheet.ts';
import styles from './sweep.module.css';
import { SweepCellView } from './sweep-cell.tsx';
import { dismissSweep, type PageSweep, stopSweep } from './sweep-store.ts';

/** A sweep as a table: the values of one parameter across, those of the other, if there is one, down. */
export function SweepGrid({ sweep }: { readonly sweep: PageSweep }) {
  const words = useWords();
  const { grid, document, cells } = sweep;
  const [across, down] = grid.axes;
  if (!across) return null;
  const title = (axis: Axis) => axisTitle(document, axis.path, words);
  const rows = down
    ? down.values.map((_, row) => grid.cells.filter(({ at }) => at[1] === row))
    : [grid.cells];
  const name = words('sweep.grid', { axes: grid.axes.map(title).join(' × ') });
  return (
    <section className={styles.sweep} aria-label={name}>
      <header className={styles.header}>
        <h3>{grid.axes.map(title).join(' × ')}</h3>
        {Object.values(cells).some(({ state }) => state === 'done') && (
          <IconButton
            icon={Download}
            label={words('sweep.save')}
            onClick={() => saveSweepSheet(sweep, words)}
          />
        )}
        {!sweep.end && <IconButton icon={Square} label={words('sweep.stop')} onClick={stopSweep} />}
        <IconButton icon={X} label={words('sweep.dismiss')} onClick={dismissSweep} />
      </header>
      <Progress sweep={sweep} words={words} />
      <div className={styles.scroll}>
        <table className={styles.grid} style={aspectOf(sweep)} onKeyDown={walk}>
          <thead>
            <tr>
              {down && <td />}
              {across.values.map(({ label }, at) => (
                <th key={label} scope="col">
                  {valueLabel(document, across, at, words)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row[0]?.name ?? at}>
                {down && <th scope="row">{valueLabel(document, down, at, words)}</th>}
                {row.map((cell: Cell) => (
                  <td key={cell.name}>
                    <SweepCellView cell={cell} settings={settingsText(document, cell, words)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** All cells have the shape of their pictures, from the first one on. */
function aspectOf({ cells }: PageSweep): CSSProperties | undefined {
  const [first] = Object.values(cells).flatMap(cell => ('picture' in cell && cell.picture) || []);
  const aspect: Readonly<Record<string, string>> = first
    ? { '--aspect': `${first.width} / ${first.height}` }
    : {};
  return aspect;
}

function Progress({ sweep, words }: { readonly sweep: PageSweep; readonly words: Words }) {
  const all = sweep.grid.cells.length;
  const done = Object.values(sweep.cells).filter(({ state }) => state !== 'painting').length;
  const id = sweep.end && sweep.end.type !== 'finished' ? 'sweep.was-stopped' : 'sweep.progress';
  return (
    <div className={styles.progress}>
      {!sweep.end && <progress value={done} max={all} aria-hidden />}
      <span role="status">{words(id, { done, all })}</span>
    </div>
  );
}

/** The arrow keys walk the grid. */
function walk(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.closest('tr');
  if (!step || !cell || !row) return;
  const [down = 0, across = 0] = step;
  const next = event.currentTarget.rows[row.rowIndex + down]?.cells[cell.cellIndex + across];
  next?.querySelector('button')?.focus();
  event.preventDefault();
}
