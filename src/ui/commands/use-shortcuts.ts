/** The one place that hears the keyboard for all of the page. */
import { useEffect } from 'react';
import { commands } from './commands.ts';
import { isForElement } from './is-for-element.ts';
import { matchesKeys } from './keys.ts';
import { runCommand } from './run-command.ts';

export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const command = commands.find(
    ({ keys, heardBy }) => heardBy !== 'browser' && keys?.some(text => matchesKeys(text, event)),
  );
  if (!command || isForElement(event, command.whileTyping ?? false)) return;
  event.preventDefault();
  void runCommand(command);
}
