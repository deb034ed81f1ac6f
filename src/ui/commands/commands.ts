/** Every command there is, in the order of the menus. */
import type { Command } from './command.ts';
import { arrangeCommands } from './edit/arrange.ts';
import { clipboardCommands } from './edit/clipboard.ts';
import { deleteCommands } from './edit/delete.ts';
import { flowCommands } from './edit/flow.ts';
import { paintMaskCommand } from './edit/paint-mask.ts';
import { selectAll, selectNone } from './edit/select.ts';
import { redo, undo } from './edit/undo.ts';
import { wireCommands } from './edit/wires.ts';
import { documentCommands } from './file/documents.ts';
import { exportCommands } from './file/export.ts';
import { pictureCommands } from './file/picture.ts';
import { presetCommands } from './file/presets.ts';
import { share } from './file/share.ts';
import { about, invitation, palette, shortcuts } from './help/help.ts';
import { helpPages } from './help/help-pages.ts';
import { lessons, writeLesson } from './help/lessons.ts';
import { addNodeCommands, findNode } from './insert/add-node.ts';
import { addPicture } from './insert/add-picture.ts';
import { annotationCommands } from './insert/annotations.ts';
import { connect } from './insert/connect.ts';
import { play, restart, step } from './run/play.ts';
import { runsCommands } from './run/runs.ts';
import { paintVideo } from './run/video.ts';
import { canvasViewCommands } from './view/canvas.ts';
import { focusCommands } from './view/focus.ts';
import { goToNode } from './view/go-to-node.ts';
import { languageCommands, switchLanguage } from './view/language.ts';
import { lensCommands } from './view/lenses.ts';
import { pictureViewCommands } from './view/picture.ts';
import { plan } from './view/plan.ts';
import { tabCommands } from './view/tabs.ts';
import { switchTheme, themeCommands } from './view/theme.ts';
import { turnOverNodes } from './view/turn-over.ts';

const file = [...documentCommands, ...presetCommands, ...pictureCommands, share, ...exportCommands];

const edit = [
  undo,
  redo,
  ...clipboardCommands,
  ...deleteCommands,
  selectAll,
  selectNone,
  ...flowCommands,
  paintMaskCommand,
  ...arrangeCommands,
  ...wireCommands,
];

const view = [
  ...canvasViewCommands,
  goToNode,
  ...lensCommands,
  ...pictureViewCommands,
  ...tabCommands,
  plan,
  turnOverNodes,
  ...focusCommands,
  ...themeCommands,
  switchTheme,
  ...languageCommands,
  switchLanguage,
];

const insert = [findNode, connect, addPicture, ...addNodeCommands, ...annotationCommands];

const run = [play, step, restart, ...runsCommands, paintVideo];

const help = [palette, shortcuts, lessons, writeLesson, helpPages, invitation, about];

export const commands: readonly Command[] = [...file, ...edit, ...view, ...insert, ...run, ...help];
