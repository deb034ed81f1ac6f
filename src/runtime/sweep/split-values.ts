/**
 * The texts between commas. A comma within parentheses belongs to its range or file name, and so does one
 * behind a backslash: `log(1,100,3), cat\, sleeping.jpg` are two.
 */
export function splitValues(text: string): string[] {
  const values: string[] = [];
  let value = '';
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '\\' && text.charAt(at + 1) === ',') {
      value += ',';
      at += 1;
      continue;
    }
    if (letter === ',' && depth === 0) {
      values.push(value.trim());
      value = '';
      continue;
    }
    if (letter === '(') depth += 1;
    if (letter === ')') depth = Math.max(0, depth - 1);
    value += letter;
  }
  return [...values, value.trim()];
}
