/** Every command there is, in the order of the menus. */
import type { Command } from './command.ts';
import { addBend } from './edit/add-bend.ts';
import { alignCommands } from './edit/align.ts';
import { arrange } from './edit/arrange.ts';
import { bypass } from './edit/bypass.ts';
import { copy } from './edit/copy.ts';
import { cut } from './edit/cut.ts';
import { remove } from './edit/delete.ts';
import { removeWithGap } from './edit/delete-with-gap.ts';
import { distributeCommands } from './edit/distribute.ts';
import { duplicate } from './edit/duplicate.ts';
import { duplicateWired } from './edit/duplicate-wired.ts';
import { mute } from './edit/mute.ts';
import { nextWire } from './edit/next-wire.ts';
import { paintMask } from './edit/paint-mask.ts';
import { paste } from './edit/paste.ts';
import { pasteWired } from './edit/paste-wired.ts';
import { redo } from './edit/redo.ts';
import { removeBend } from './edit/remove-bend.ts';
import { selectAll } from './edit/select-all.ts';
import { selectNone } from './edit/select-none.ts';
import { straighten } from './edit/straighten.ts';
import { undo } from './edit/undo.ts';
import { copyMermaid } from './file/copy-mermaid.ts';
import { copyPicture } from './file/copy-picture.ts';
import { documents } from './file/documents.ts';
import { duplicateGraph } from './file/duplicate.ts';
import { exampleCommands } from './file/example.ts';
import { exportMermaid } from './file/export-mermaid.ts';
import { exportPng } from './file/export-png.ts';
import { exportSvg } from './file/export-svg.ts';
import { exportTypescript } from './file/export-typescript.ts';
import { newGraph } from './file/new.ts';
import { openFile } from './file/open.ts';
import { presets } from './file/presets.ts';
import { saveFile } from './file/save.ts';
import { saveFileAs } from './file/save-as.ts';
import { savePictureCommands } from './file/save-picture.ts';
import { savePreset } from './file/save-preset.ts';
import { share } from './file/share.ts';
import { about } from './help/about.ts';
import { invitation } from './help/invitation.ts';
import { lessons } from './help/lessons.ts';
import { helpPages } from './help/pages.ts';
import { palette } from './help/palette.ts';
import { shortcuts } from './help/shortcuts.ts';
import { writeLesson } from './help/write-lesson.ts';
import { connect } from './insert/connect.ts';
import { findNode } from './insert/find.ts';
import { group } from './insert/group.ts';
import { addNodeCommands } from './insert/node.ts';
import { note } from './insert/note.ts';
import { addPicture } from './insert/picture.ts';
import { compareRuns } from './run/compare.ts';
import { play } from './run/play.ts';
import { restart } from './run/restart.ts';
import { step } from './run/step.ts';
import { sweep } from './run/sweep.ts';
import { paintVideo } from './run/video.ts';
import { actualSize } from './view/actual-size.ts';
import { comparePictures } from './view/compare.ts';
import { fit } from './view/fit.ts';
import { fitSelection } from './view/fit-selection.ts';
import { focusCommands } from './view/focus.ts';
import { focusBefore } from './view/focus-before.ts';
import { focusNext } from './view/focus-next.ts';
import { fullScreen } from './view/full-screen.ts';
import { goToNode } from './view/go-to-node.ts';
import { languageCommands } from './view/language.ts';
import { lensCommands } from './view/lens.ts';
import { minimap } from './view/minimap.ts';
import { nextLanguage } from './view/next-language.ts';
import { nextTheme } from './view/next-theme.ts';
import { pin } from './view/pin.ts';
import { plan } from './view/plan.ts';
import { tabCommands } from './view/tabs.ts';
import { themeCommands } from './view/theme.ts';
import { turnOverNodes } from './view/turn-over.ts';
import { zoomIn } from './view/zoom-in.ts';
import { zoomOut } from './view/zoom-out.ts';

const file = [
  newGraph,
  documents,
  openFile,
  saveFile,
  saveFileAs,
  duplicateGraph,
  presets,
  ...exampleCommands,
  savePreset,
  ...savePictureCommands,
  copyPicture,
  share,
  exportTypescript,
  exportSvg,
  exportPng,
  exportMermaid,
  copyMermaid,
];

const edit = [
  undo,
  redo,
  cut,
  copy,
  paste,
  pasteWired,
  duplicate,
  duplicateWired,
  remove,
  removeWithGap,
  selectAll,
  selectNone,
  mute,
  bypass,
  paintMask,
  arrange,
  ...alignCommands,
  ...distributeCommands,
  nextWire,
  addBend,
  removeBend,
  straighten,
];

const view = [
  fit,
  fitSelection,
  zoomIn,
  zoomOut,
  actualSize,
  minimap,
  goToNode,
  ...lensCommands,
  fullScreen,
  comparePictures,
  pin,
  ...tabCommands,
  plan,
  turnOverNodes,
  ...focusCommands,
  focusNext,
  focusBefore,
  ...themeCommands,
  nextTheme,
  ...languageCommands,
  nextLanguage,
];

const insert = [findNode, connect, addPicture, ...addNodeCommands, group, note];

const run = [play, step, restart, sweep, compareRuns, paintVideo];

const help = [palette, shortcuts, lessons, writeLesson, helpPages, invitation, about];

export const commands: readonly Command[] = [...file, ...edit, ...view, ...insert, ...run, ...help];
