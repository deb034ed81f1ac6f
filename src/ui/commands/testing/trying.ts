/**
 * Commands tried as a person finds them: in the real stores, with the default document open, nothing selected, and
 * the pointer on the canvas. Units share one process, so every store that a command may change is put back.
 */
import { afterEach, beforeEach } from 'vitest';
import type { StoreApi } from 'zustand';
import type { GraphDocument } from '../../../graph/document.ts';
import type { Edit } from '../../../graph/edit.ts';
import type { MessageId } from '../../../language/message.ts';
import { useWriting } from '../../canvas/annotations/writing.ts';
import { seePointer } from '../../canvas/flow.ts';
import { useNodeSearch } from '../../canvas/node-search/node-search-state.ts';
import { useCanvasView } from '../../canvas/view-state.ts';
import { useDocumentsDialog } from '../../documents/documents-dialog-state.ts';
import { useHelp } from '../../help/help-state.ts';
import { useChoosing } from '../../images/choose-image.ts';
import { wordsIn } from '../../language/words.ts';
import { useShownTab } from '../../layout/shown-tab.ts';
import { useLens } from '../../lenses/lens-state.ts';
import { usePlan } from '../../lenses/plan/plan-state.ts';
import { useLesson } from '../../lessons/lesson-state.ts';
import { usePaintedMask } from '../../masks/painting-mask.ts';
import { useTurned } from '../../nodes/formula/turned.ts';
import { usePresetsDialog } from '../../presets/presets-dialogs.ts';
import { useRunsDialog } from '../../runs/runs-dialogs-store.ts';
import { useRuns } from '../../runs/runs-store.ts';
import { useShareDialog } from '../../share/share-dialog-state.ts';
import { defaultDocument } from '../../state/default-document.ts';
import { act, open, openDocument, useEditor } from '../../state/editor.ts';
import { type RunFacts, usePainting } from '../../state/painting.ts';
import { useSettings } from '../../state/settings.ts';
import { useVideoPanel } from '../../video/video-state.ts';
import { useFullScreenState } from '../../viewer/use-full-screen.ts';
import { useViewer } from '../../viewer/viewer-state.ts';
import { type Command, labelOf, whetherPossible } from '../command.ts';
import { commandContext, type Pointed } from '../context.ts';
import { useDialogs } from '../dialogs.ts';
import { runCommand } from '../run-command.ts';

/** Opens the default document before each test of the file, and leaves all as it was found. */
export function tryOnDefaultDocument(): void {
  let putBack: readonly (() => void)[] = [];
  beforeEach(() => {
    putBack = [
      // The first, for others look at which document is open.
      asFound(useEditor),
      asFound(useCanvasView),
      asFound(useChoosing),
      asFound(useDialogs),
      asFound(useDocumentsDialog),
      asFound(useFullScreenState),
      asFound(useHelp),
      asFound(useLens),
      asFound(useLesson),
      asFound(useNodeSearch),
      asFound(usePaintedMask),
      asFound(usePainting),
      asFound(usePlan),
      asFound(usePresetsDialog),
      asFound(useRuns),
      asFound(useRunsDialog),
      asFound(useSettings),
      asFound(useShareDialog),
      asFound(useShownTab),
      asFound(useTurned),
      asFound(useVideoPanel),
      asFound(useViewer),
      asFound(useWriting),
    ];
    useSettings.setState({ language: 'en' });
    open('tried', defaultDocument());
    seePointer({ x: 0, y: 0 });
  });
  afterEach(() => {
    seePointer(undefined);
    for (const put of putBack) put();
  });
}

function asFound<State>(store: StoreApi<State>): () => void {
  const before = store.getState();
  return () => store.setState(before, true);
}

/** Edits the open document on the way to what is tried. */
export function prepare(...edits: readonly Edit[]): void {
  const done = act(edits, { label: { en: 'Prepared', zh: '准备' } });
  if (!done.ok) throw new Error(done.reason.id);
}

/** As if the worker had told that the default document is being painted. */
export function paintingGoesOn(state: RunFacts['state'] = 'running'): void {
  const run: RunFacts = { optimiser: 'optimiser', state, iteration: 7, until: 200, mixed: false };
  usePainting.setState({ worker: { type: 'ready' }, runs: { optimiser: run } });
}

/** Why `command` cannot be done now; undefined where it can. */
export function refusalOf(command: Command, pointed?: Pointed): MessageId | undefined {
  const whether = whetherPossible(command, commandContext(pointed));
  return whether.ok ? undefined : whether.reason.id;
}

/** What `command` is called now, in English. */
export const nameOf = (command: Command, pointed?: Pointed): string =>
  wordsIn('en')(labelOf(command, commandContext(pointed)));

export const isOnNow = (command: Command): boolean | undefined => command.isOn?.(commandContext());

/** Does `command` as a menu would. @returns the document afterwards. */
export async function tried(command: Command, pointed?: Pointed): Promise<GraphDocument> {
  await runCommand(command, pointed);
  return openDocument();
}

/** The one of a family. */
export function oneOf(family: readonly Command[], id: string): Command {
  const command = family.find(one => one.id === id);
  if (!command) throw new Error(`There is no ${id}.`);
  return command;
}
