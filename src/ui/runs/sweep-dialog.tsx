/** Asks what to vary, over which values, and how large; then paints it. */
import { type FormEvent, useState } from 'react';
import { adjust } from '../../cli/library/adjust.ts';
import { sizeOf } from '../../cli/library/resize-to.ts';
import type { GraphDocument } from '../../graph/document.ts';
import { optimiser } from '../../nodes/optimiser.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { gridOf } from '../../runtime/sweep/grid.ts';
import { Dialog, DialogBody } from '../commands/dialog.tsx';
import buttons from '../controls/buttons.module.css';
import fields from '../controls/fields.module.css';
import { useWords } from '../language/words.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { AxisFields } from './axis-fields.tsx';
import { closeRunsDialog } from './runs-dialogs-store.ts';
import styles from './sweep-form.module.css';
import { axesOf, initialForm, likeliest, type SweepForm, variables } from './sweep-form.ts';
import { startSweep } from './sweep-store.ts';

/** More pictures than these nobody compares by looking at them; the command line paints thousands. */
const mostCells = 100;

/** What a first look takes: seconds, not minutes. */
const quick = { iterations: 60, size: 128 };

export function SweepDialog() {
  const words = useWords();
  const [document] = useState(openDocument);
  const [all] = useState(() => variables(document));
  const [form, setForm] = useState(() => initialSweep(document));
  if (!form) {
    return (
      <Dialog onClose={closeRunsDialog} title={words('sweep.title')}>
        <DialogBody>{words('sweep.nothing-to-vary')}</DialogBody>
      </Dialog>
    );
  }
  const axes = axesOf(document, form);
  const grid = axes.ok ? gridOf(axes.value) : axes;
  const count = grid.ok ? grid.value.cells.length : 0;
  const iterations = Number(form.iterations);
  const isPossible = grid.ok && count <= mostCells;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!axes.ok || !isPossible) return;
    const adjusted = adjust(document, nodeKinds, {
      iterations,
      ...(form.size !== '' && { size: Number(form.size) }),
    });
    if (!adjusted.ok) {
      const [problem] = adjusted.reason;
      if (problem) refuse(problem.reason);
      return;
    }
    closeRunsDialog();
    startSweep(adjusted.value, axes.value);
  };

  return (
    <Dialog onClose={closeRunsDialog} title={words('sweep.title')}>
      <DialogBody>
        <form className={styles.form} onSubmit={submit}>
          <p className={styles.soft}>{words('sweep.explained')}</p>
          <div className={styles.axes}>
            <AxisFields
              legend={words('sweep.across')}
              document={document}
              variables={all}
              form={form.across}
              onChange={across => across && setForm({ ...form, across })}
            />
            <AxisFields
              legend={words('sweep.down')}
              document={document}
              variables={all.filter(({ path }) => path !== form.across.path)}
              form={form.down}
              nothing={words('sweep.nothing-down')}
              onChange={down => setForm({ ...form, down })}
            />
          </div>
          <div className={styles.range}>
            <label className={fields.field}>
              <span>{words('sweep.iterations')}</span>
              <input
                type="text"
                inputMode="numeric"
                value={form.iterations}
                onChange={({ target }) => setForm({ ...form, iterations: target.value })}
              />
            </label>
            {sizeOf(document, nodeKinds) !== undefined && (
              <label className={fields.field}>
                <span>
                  {words('sweep.size')}, {words('sweep.pixels')}
                </span>
                <input
                  type="text"
                  inputMode="numeric"
                  value={form.size}
                  onChange={({ target }) => setForm({ ...form, size: target.value })}
                />
              </label>
            )}
          </div>
          <footer className={styles.footer}>
            <output>
              {grid.ok && count <= mostCells && words('sweep.count', { cells: count, iterations })}
              {grid.ok && count > mostCells && words('sweep.too-many', { cells: count, most: mostCells })}
              {!grid.ok && axes.ok && words(grid.reason)}
            </output>
            <button type="button" className={buttons.button} onClick={closeRunsDialog}>
              {words('sweep.cancel')}
            </button>
            <button type="submit" className={buttons.primary} disabled={!isPossible}>
              {words('sweep.paint')}
            </button>
          </footer>
        </form>
      </DialogBody>
    </Dialog>
  );
}

function initialSweep(document: GraphDocument): SweepForm | undefined {
  const selected = [...useEditor.getState().selection.nodes].at(-1);
  const variable = likeliest(variables(document), selected);
  if (!variable) return undefined;
  const size = sizeOf(document, nodeKinds);
  return {
    across: initialForm(variable),
    down: undefined,
    iterations: String(Math.min(quick.iterations, mostIterations(document))),
    size: size === undefined ? '' : String(Math.min(quick.size, size)),
  };
}

function mostIterations({ nodes }: GraphDocument): number {
  const known = Object.values(nodes).flatMap(({ kind, params }) =>
    kind === optimiser.kind ? [Number(params.iterations ?? optimiser.params.iterations?.default)] : [],
  );
  return Math.max(1, ...known.filter(Number.isFinite));
}
