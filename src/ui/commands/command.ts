/**
 * A command is data: what it is called, where it stands, which keys call it, when it can be done, and what it
 * does. The menus, the context menus, the shortcuts, the sheet of shortcuts and the palette all read the same
 * list (`commands.ts`); nothing about a command stands anywhere else.
 */
import type { LucideIcon } from 'lucide-react';
import type { Message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Text } from '../../language/text.ts';
import type { Sayable } from '../language/words.ts';
import type { CommandContext, Pointed } from './context.ts';
import type { GroupId, MenuId, SubmenuId } from './menu-titles.ts';

/**
 * How a command stands to history (rule D4): one step of its own, more of the gesture that is going on, or no
 * change of the document at all.
 */
export type UndoPolicy = 'step' | 'merge' | 'none';

export interface MenuPlace {
  readonly menu: MenuId;
  readonly group: GroupId;
  readonly submenu?: SubmenuId;
}

export type PlaceOfContextMenu = Pointed['type'];

export interface Command {
  /** `menu.what-it-does`; never changes. */
  readonly id: string;
  readonly label: Text;
  /** What it would do now, where that depends: "Undo: Move". */
  readonly labelNow?: (context: CommandContext) => Sayable;
  /** One line of explanation. */
  readonly summary?: Text;
  readonly place: MenuPlace;
  /** Also offered where a person right-clicks on one of these. */
  readonly contextMenus?: readonly PlaceOfContextMenu[];
  readonly icon?: LucideIcon;
  /** `Mod+Shift+Z`; the first is the one that is shown. `Mod` is ⌘ on a Mac, Ctrl elsewhere. */
  readonly keys?: readonly string[];
  /** Who hears the keys. The browser tells of cut, copy and paste in events of their own. */
  readonly heardBy?: 'shortcuts' | 'browser';
  /** Works while the cursor is in a field, too. */
  readonly whileTyping?: true;
  /** Other words that a person may search for. */
  readonly keywords?: Text;
  readonly undo: UndoPolicy;
  /** For what is on or off, or one of several: whether it is the one. */
  readonly isOn?: (context: CommandContext) => boolean;
  /** Whether it can be done now, or why not. Without it, always. */
  readonly when?: (context: CommandContext) => Result<undefined>;
  readonly run: (context: CommandContext) => void | Promise<void>;
}

export const possible: Result<undefined> = success(undefined);

/** Possible where `condition` holds, else not for `reason`. */
export const possibleIf = (condition: boolean, reason: Message): Result<undefined> =>
  condition ? possible : failure(reason);

/** Whether `command` can be done, or why not. */
export const whetherPossible = (command: Command, context: CommandContext): Result<undefined> =>
  command.when?.(context) ?? possible;

/** What `command` is called at the moment. */
export const labelOf = (command: Command, context: CommandContext): Sayable =>
  command.labelNow?.(context) ?? command.label;
