import type { KeyboardEvent } from 'react';

/** A group of buttons keeps the plain keys that move within it; those that lead to other parts of the page go on. */
export function keepPlainKeys(event: KeyboardEvent): void {
  const leads = event.ctrlKey || event.metaKey || /^F\d/.test(event.key);
  if (!leads) event.stopPropagation();
}
