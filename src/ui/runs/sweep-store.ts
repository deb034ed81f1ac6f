/**
 * The sweep of the page: the cells of its grid as they come. What is being painted waits until it has ended, for
 * there is one device. A sweep is no part of the document; a cell becomes part of it when it is adopted.
 */
import { create } from 'zustand';
import { applyEdits } from '../../graph/apply.ts';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { setParameter } from '../../graph/parameter-path.ts';
import type { Problem } from '../../graph/problem.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import type { CellPicture, SweepEnd, SweepNews } from '../../runtime/host/sweep-protocol.ts';
import type { Axis } from '../../runtime/sweep/axis.ts';
import { type Cell, type Grid, gridOf } from '../../runtime/sweep/grid.ts';
import { showTab } from '../layout/shown-tab.ts';
import { client } from '../painting/connection.ts';
import { act, openDocument, useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { usePainting } from '../state/painting.ts';

export type SweepCell =
  | ({ readonly state: 'painting' } & Partial<CellPicture>)
  | ({ readonly state: 'done' } & CellPicture)
  | { readonly state: 'failed'; readonly problems: readonly Problem[] };

export interface PageSweep {
  /** As it is painted: smaller than it is open, and for fewer iterations. */
  readonly document: GraphDocument;
  readonly grid: Grid;
  /** By name; those that wait for their turn are not there. */
  readonly cells: Readonly<Record<string, SweepCell>>;
  /** Absent while it is being painted. */
  readonly end?: SweepEnd;
}

export const useSweep = create<{ readonly sweep?: PageSweep | undefined }>()(() => ({}));

/** Pixels of the longer side of each picture. */
const pictureSize = 256;

export async function startSweep(document: GraphDocument, axes: readonly Axis[]): Promise<void> {
  const painter = client();
  const grid = gridOf(axes);
  if (!grid.ok) return refuse(grid.reason);
  if (!painter) return refuse(message('sweep.painter-not-there'));
  useSweep.setState({ sweep: { document, grid: grid.value, cells: {} } });
  showTab('runs');
  const isMine = () => useSweep.getState().sweep?.grid === grid.value;
  const waiting = paintingNow();
  for (const optimiser of waiting) painter.pause(optimiser);
  const end = await painter.sweep({ document, axes, pictureSize }, news => isMine() && take(news));
  if (isMine()) useSweep.setState(({ sweep }) => ({ sweep: sweep && { ...sweep, end } }));
  if (end.type === 'failed') refuse(end.reason);
  // Another that took its place has paused nothing, and lets nothing go on.
  const next = useSweep.getState().sweep;
  if (next?.grid !== grid.value && next && !next.end) held = [...held, ...waiting];
  else for (const optimiser of [...held.splice(0), ...waiting]) painter.play(optimiser);
}

/** Optimisers that a sweep paused and that the one in its place will let go on. */
let held: NodeId[] = [];

/** Stops after the iteration that is being painted; what is done stays. */
export const stopSweep = (): void => client()?.stopSweep();

/** Stops it, and puts its grid away. */
export function dismissSweep(): void {
  stopSweep();
  useSweep.setState({ sweep: undefined });
}

/** Gives the open document the values of a cell, as one step of history. */
export function adoptCell(name: string): void {
  const cell = useSweep.getState().sweep?.grid.cells.find(other => other.name === name);
  if (!cell) return;
  const adopted = editsTo(openDocument(), cell);
  if (!adopted.ok) {
    refuse(adopted.reason);
    return;
  }
  const settings = cell.settings.map(({ path, label }) => `${path} = ${label}`);
  const done = act(adopted.value, { label: message('sweep.adopted', { settings }) });
  if (!done.ok) refuse(done.reason);
}

/** The edits that give `document` the values of a cell. */
function editsTo(document: GraphDocument, { settings }: Cell): Result<readonly Edit[]> {
  let varied = document;
  const edits: Edit[] = [];
  for (const { path, text } of settings) {
    const edit = setParameter(varied, nodeKinds, path, text);
    if (!edit.ok) return failure(edit.reason[0]?.reason ?? message('sweep.no-picture'));
    const applied = applyEdits(varied, [edit.value]);
    if (!applied.ok) return applied;
    varied = applied.value;
    edits.push(edit.value);
  }
  return success(edits);
}

function take(news: SweepNews): void {
  useSweep.setState(({ sweep }) => ({ sweep: sweep && withNews(sweep, news) }));
}

function withNews(sweep: PageSweep, news: SweepNews): PageSweep {
  switch (news.type) {
    case 'begun':
      return withCell(sweep, news.cell, { state: 'painting' });
    case 'picture':
      return withCell(sweep, news.cell, { ...pictureOf(news), state: 'painting' });
    case 'finished':
      return withCell(sweep, news.cell, { ...pictureOf(news), state: 'done' });
    case 'failed':
      return withCell(sweep, news.cell, { state: 'failed', problems: news.problems });
    case 'ended':
      return sweep;
  }
}

const withCell = (sweep: PageSweep, name: string, cell: SweepCell): PageSweep => ({
  ...sweep,
  cells: { ...sweep.cells, [name]: cell },
});

const pictureOf = ({ picture, iteration, loss }: CellPicture): CellPicture => ({
  picture,
  iteration,
  ...(loss !== undefined && { loss }),
});

const paintingNow = (): NodeId[] =>
  Object.values(usePainting.getState().runs).flatMap(({ optimiser, state }) =>
    state === 'running' || state === 'preparing' || state === 'waiting' ? [optimiser] : [],
  );

// A sweep is of the document that it was begun in.
useEditor.subscribe((state, before) => {
  if (state.id !== before.id && useSweep.getState().sweep) dismissSweep();
});
