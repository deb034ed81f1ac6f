import { flushSync } from 'react-dom';
import { showTab } from '../layout/shown-tab.ts';

const focusable = 'input:not([disabled]), select, textarea, button:not([disabled]), [href], [tabindex="0"]';

/** Shows what `select` selects in the inspector, and gives that the keyboard, at its first control. */
export function focusInspector(select: () => void): void {
  // What is still drawn of the selection before would take the keyboard along when it goes.
  flushSync(() => {
    select();
    showTab('inspector');
  });
  const region = document.querySelector<HTMLElement>('[data-region="inspector"]');
  const panel = region?.querySelector<HTMLElement>('[role="tabpanel"][data-state="active"]') ?? region;
  const control = panel?.querySelector<HTMLElement>(focusable);
  if (control) {
    control.focus();
    return;
  }
  if (!region) return;
  region.tabIndex = -1;
  region.focus();
}
