/**
 * How well what was typed matches the words of a choice, 0 to 1, 0 to leave it out: every word that was typed has to
 * be found. A title that begins with it is meant before one that has it within, and that before an explanation.
 */
export function matchWords(typed: string, title: readonly string[], detail: readonly string[]): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const scores = words.map(word =>
    Math.max(...title.map(text => scoreOf(word, text)), ...detail.map(text => scoreOf(word, text) / 4), 0),
  );
  return scores.length === 0 ? 1 : Math.min(...scores);
}

function scoreOf(word: string, text: string): number {
  const lower = text.toLowerCase();
  const at = lower.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 1;
  return /[\p{L}\p{N}]/u.test(lower[at - 1] ?? '') ? 0.5 : 0.8;
}
