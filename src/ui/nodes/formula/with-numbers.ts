/** A formula with numbers in the places of symbols: what stands there now, in bold. */

/**
 * @param symbols What parameters are called in the formula, in LaTeX.
 * @param values Of parameters; those that are no numbers leave their symbol where it is.
 */
export function withNumbers(
  formula: string,
  symbols: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
): string {
  return Object.entries(symbols).reduce((written, [param, symbol]) => {
    const value = values[param];
    return typeof value === 'number' ? replaced(written, symbol, value) : written;
  }, formula);
}

/** Only where the symbol stands alone: the `a` of `\max` or `\bar` is a letter of a word. */
function replaced(formula: string, symbol: string, value: number): string {
  const escaped = symbol.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  const alone = new RegExp(String.raw`(?<![\\A-Za-z])${escaped}(?![A-Za-z])`, 'g');
  return formula.replace(alone, () => String.raw`\mathbf{${short(value)}}`);
}

/** Three digits are enough to see it move; LaTeX has no `e-5`. */
export function short(value: number): string {
  const [digits = '', exponent] = String(Number(value.toPrecision(3))).split('e');
  return exponent === undefined ? digits : String.raw`${digits}\cdot 10^{${Number(exponent)}}`;
}
