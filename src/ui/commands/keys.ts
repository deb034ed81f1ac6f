/**
 * Keys as commands name them: `Mod+Shift+Z`, `F6`, `?`, `Space`. `Mod` is ⌘ on a Mac and Ctrl elsewhere. Letters
 * are matched by what they write, and by where they lie on the keyboard where they write something else: Alt on a
 * Mac, or a script other than Latin.
 */
export interface Keys {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** `z`, `1`, `?`, `Space`, `F6`, `Delete`. */
  readonly key: string;
}

/** What is asked of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export const isMac = (): boolean => /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '');

export function parseKeys(text: string): Keys {
  // The plus sign is a key, too.
  const parts = text.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  return {
    mod: modifiers.includes('Mod'),
    shift: modifiers.includes('Shift'),
    alt: modifiers.includes('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  };
}

export function matchesKeys(text: string, press: KeyPress, mac = isMac()): boolean {
  const keys = parseKeys(text);
  const [mod, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  // Which keys a sign such as ? takes is the business of the keyboard's layout.
  const shiftCounts = !isSign(keys.key);
  return (
    mod === keys.mod &&
    !other &&
    press.altKey === keys.alt &&
    (!shiftCounts || press.shiftKey === keys.shift) &&
    isKey(keys.key, press)
  );
}

const isSign = (key: string): boolean => key.length === 1 && !/[a-z0-9]/.test(key);

function isKey(key: string, { key: written, code }: KeyPress): boolean {
  if (key === 'Space') return written === ' ';
  if (/^[0-9]$/.test(key)) return written === key || code === `Digit${key}`;
  if (!/^[a-z]$/.test(key)) return written === key;
  return /^[a-z]$/i.test(written) ? written.toLowerCase() === key : code === `Key${key.toUpperCase()}`;
}

const macSigns: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Delete: '⌦',
  Backspace: '⌫',
  Enter: '↩',
};

/** The caps to show, one for each key: `Ctrl`, `Shift`, `Z`, or `⇧`, `⌘`, `Z`. */
export function keyCaps(text: string, mac = isMac()): readonly string[] {
  const { mod, shift, alt, key } = parseKeys(text);
  const modifiers = mac
    ? [...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), ...(mod ? ['Mod'] : [])]
    : [...(mod ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : [])];
  const cap = key.length === 1 ? key.toUpperCase() : key;
  return [...modifiers, cap].map(name => (mac ? (macSigns[name] ?? name) : name));
}

/** As `aria-keyshortcuts` has it. */
export function ariaKeys(text: string, mac = isMac()): string {
  const { mod, shift, alt, key } = parseKeys(text);
  return [
    mod && (mac ? 'Meta' : 'Control'),
    alt && 'Alt',
    shift && 'Shift',
    key.length === 1 ? key.toUpperCase() : key,
  ]
    .filter(part => part !== false)
    .join('+');
}
