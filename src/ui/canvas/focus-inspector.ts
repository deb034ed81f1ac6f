const focusable = 'input:not([disabled]), select, textarea, button:not([disabled]), [href], [tabindex="0"]';

/** Gives the inspector the keyboard, at its first control. */
export function focusInspector(): void {
  const region = document.querySelector<HTMLElement>('[data-region="inspector"]');
  const panel = region?.querySelector<HTMLElement>('[role="tabpanel"]') ?? region;
  const control = panel?.querySelector<HTMLElement>(focusable);
  if (control) {
    control.focus();
    return;
  }
  if (!region) return;
  region.tabIndex = -1;
  region.focus();
}
