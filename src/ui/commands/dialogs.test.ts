import { expect, test } from 'vitest';
import { useNodeSearch } from '../canvas/node-search/node-search-state.ts';
import { useDocumentsDialog } from '../documents/documents-dialog-state.ts';
import { useChoosing } from '../images/choose-image.ts';
import { useLesson } from '../lessons/lesson-state.ts';
import { usePresetsDialog } from '../presets/presets-dialogs.ts';
import { useRunsDialog } from '../runs/runs-dialogs-store.ts';
import { useShareDialog } from '../share/share-dialog-state.ts';
import { useVideoPanel } from '../video/video-state.ts';
import type { Command } from './command.ts';
import { useDialogs } from './dialogs.ts';
import { documents } from './file/documents.ts';
import { presets } from './file/presets.ts';
import { savePreset } from './file/save-preset.ts';
import { share } from './file/share.ts';
import { about } from './help/about.ts';
import { lessons } from './help/lessons.ts';
import { palette } from './help/palette.ts';
import { shortcuts } from './help/shortcuts.ts';
import { writeLesson } from './help/write-lesson.ts';
import { findNode } from './insert/find.ts';
import { addPicture } from './insert/picture.ts';
import { sweep } from './run/sweep.ts';
import { paintVideo } from './run/video.ts';
import { paintingGoesOn, tried, tryOnDefaultDocument } from './testing/trying.ts';

tryOnDefaultDocument();

/** Of each command that opens a dialog or a panel and does nothing else: what is open then. */
const opened: readonly (readonly [Command, () => unknown, unknown])[] = [
  [documents, () => useDocumentsDialog.getState().isOpen, true],
  [presets, () => usePresetsDialog.getState().dialog.type, 'gallery'],
  [savePreset, () => usePresetsDialog.getState().dialog.type, 'save'],
  [share, () => useShareDialog.getState().tab, 'link'],
  [findNode, () => useNodeSearch.getState().search?.type, 'new-node'],
  [addPicture, () => useChoosing.getState().choosing.type, 'new'],
  [sweep, () => useRunsDialog.getState().open.type, 'sweep'],
  [paintVideo, () => useVideoPanel.getState().isOpen, true],
  [palette, () => useDialogs.getState().open, 'palette'],
  [shortcuts, () => useDialogs.getState().open, 'shortcuts'],
  [about, () => useDialogs.getState().open, 'about'],
  [lessons, () => useLesson.getState().isGalleryOpen, true],
  [writeLesson, () => useLesson.getState().isWriting, true],
];

test.each(opened.map(row => [row[0].id, ...row] as const))(
  '%s opens its own',
  async (_, command, open, what) => {
    paintingGoesOn();
    expect(open()).not.toBe(what);
    await tried(command);
    expect(open()).toBe(what);
  },
);
