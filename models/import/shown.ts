/** Text from a file, before a sentence repeats it: one line, no control characters that a terminal would obey. */
export const shown = (text: string): string => text.replace(/\p{C}/gu, '�').slice(0, 120);
