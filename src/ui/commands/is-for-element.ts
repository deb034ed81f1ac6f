/** What a field is typed into; a slider or a box to tick is not. */
const fields =
  'textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="searchbox"], ' +
  'input:not([type="range"], [type="checkbox"], [type="radio"], [type="color"], [type="button"], [type="file"])';

/** What answers to letters, to Escape and to arrows on its own. */
const menus = '[role="menu"], [role="menubar"], [role="listbox"], [role="combobox"]';

const dialogs = '[role="dialog"], [role="alertdialog"]';

/** What Space presses. */
const pressable =
  'button, a[href], summary, input, [role="button"], [role="tab"], [role="switch"], [role="checkbox"], ' +
  '[role="radio"], [role="slider"], [role="menuitem"], [role="option"]';

/**
 * Whether a key is meant for the element that has the focus and not for the page: typing in a field, choosing in a
 * menu, pressing a button. A shortcut that works while typing is only for the page, but where a dialog is open.
 */
export function isForElement(event: KeyboardEvent, whileTyping: boolean): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest(dialogs)) return true;
  if (whileTyping) return false;
  if (target.closest(fields)) return true;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isPlain && target.closest(menus)) return true;
  return isPlain && (event.key === ' ' || event.key === 'Enter') && target.closest(pressable) !== null;
}
