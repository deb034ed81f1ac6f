/** What is looked at: as it is painted, or gone back to, and compared with what the person chose. */
import { useShallow } from 'zustand/react/shallow';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { nameOfOther } from './compared.ts';
import { Comparison } from './comparison.tsx';
import { useMainSource, useOtherSource } from './use-sources.ts';
import { useName, useViewedNode } from './use-viewed.ts';
import { lookOf, useViewer } from './viewer-state.ts';

export function Stage() {
  const words = useWords();
  const [main, other] = [useMainSource(), useOtherSource()];
  const names = { main: useMainName(), other: useOtherName() };
  const look = useViewer(useShallow(lookOf));
  return (
    <Comparison
      main={main}
      other={other}
      names={names}
      look={look}
      change={changes => useViewer.setState(changes)}
      nothing={words(main ? 'viewer.no-picture' : 'viewer.nothing')}
    />
  );
}

function useMainName(): string {
  const words = useWords();
  const scrubbed = useViewer(state => state.scrub?.iteration);
  const isImage = useViewer(state => state.image !== undefined);
  const name = useName(useViewedNode());
  return scrubbed === undefined || isImage ? name : words('viewer.at-iteration', { iteration: scrubbed });
}

function useOtherName(): string {
  const words = useWords();
  const other = useViewer(state => state.other);
  const pins = useViewer(state => state.pins);
  return useEditor(({ history }) =>
    other ? nameOfOther(words, other, { document: history.document, pins }) : '',
  );
}
