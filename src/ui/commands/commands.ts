/** Every command there is, in the order of the menus. */
import type { Command } from './command.ts';
import { selectAll, selectNone } from './edit/select.ts';
import { redo, undo } from './edit/undo.ts';
import { about, invitation, palette, shortcuts } from './help/help.ts';
import { addNodeCommands } from './insert/add-node.ts';
import { play, restart, step } from './run/play.ts';
import { focusCommands } from './view/focus.ts';
import { languageCommands, switchLanguage } from './view/language.ts';
import { switchTheme, themeCommands } from './view/theme.ts';

export const commands: readonly Command[] = [
  undo,
  redo,
  selectAll,
  selectNone,
  ...focusCommands,
  ...themeCommands,
  switchTheme,
  ...languageCommands,
  switchLanguage,
  ...addNodeCommands,
  play,
  step,
  restart,
  palette,
  shortcuts,
  invitation,
  about,
];
