import { endGesture } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { type Command, whetherPossible } from './command.ts';
import { commandContext, type Pointed } from './context.ts';

/** Does `command` as its undo policy says; where it cannot be done, the person is told why. */
export async function runCommand(command: Command, pointed?: Pointed): Promise<void> {
  const context = commandContext(pointed);
  const whether = whetherPossible(command, context);
  if (!whether.ok) {
    refuse(whether.reason);
    return;
  }
  if (command.undo === 'step') endGesture();
  await command.run(context);
  if (command.undo === 'step') endGesture();
}
