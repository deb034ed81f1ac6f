import { useEffect } from 'react';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { type PaintingState, usePainting } from '../state/painting.ts';

/**
 * The page's title and language follow what is open: `38 % · Gatys 2015 – Gramarye`. It shows nothing itself, so
 * that nothing else renders when a painting gets on.
 */
export function PageTitle() {
  const words = useWords();
  const title = useEditor(state => state.history.document.title) || words('editor.untitled');
  const percent = usePainting(percentPainted);
  useEffect(() => {
    document.title = `${percent === undefined ? '' : `${percent} % · `}${title} – Gramarye`;
  }, [title, percent]);
  useEffect(() => {
    document.documentElement.lang = words.language === 'zh' ? 'zh-CN' : 'en';
  }, [words]);
  return null;
}

/** How far the optimisers that paint have got together, as a whole number; undefined where none paints. */
export function percentPainted({ runs, iterations }: PaintingState): number | undefined {
  const painting = Object.values(runs).filter(({ state }) => state === 'running');
  if (painting.length === 0) return undefined;
  let done = 0;
  let all = 0;
  for (const { optimiser, iteration, until } of painting) {
    const newest = iterations[optimiser];
    done += Math.max(iteration, newest?.iteration ?? 0);
    all += until;
  }
  return all === 0 ? undefined : Math.floor((100 * Math.min(done, all)) / all);
}
