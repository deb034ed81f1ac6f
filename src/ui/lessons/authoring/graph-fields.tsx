/** Which graph a page is about: what was recorded for it, and how to record it anew. */
import { Camera, TriangleAlert } from 'lucide-react';
import { recordGraph } from '../../../graph/lesson/draft.ts';
import { own } from '../../../graph/own.ts';
import buttons from '../../controls/buttons.module.css';
import { newDocument } from '../../documents/open-documents.ts';
import { ownFiles } from '../../images/references.ts';
import { useWords } from '../../language/words.ts';
import { openDocument } from '../../state/editor.ts';
import { changeDraft, setPage, useDraft } from './draft-state.ts';
import fields from './fields.module.css';

export function GraphFields() {
  const words = useWords();
  const { lesson, at } = useDraft();
  const name = lesson.pages[at]?.graph;
  const graph = own(lesson.graphs, name ?? '');
  const before = lesson.pages[at - 1]?.graph;
  const sharedWith = lesson.pages.findIndex((page, number) => number !== at && page.graph === name);
  const nodes = Object.keys(graph?.nodes ?? {}).length;
  const ownCount = graph ? ownFiles(graph).length : 0;
  return (
    <>
      <p className={fields.soft} role="status">
        {sharedWith < 0
          ? words('lesson.write.graph-of', { nodes })
          : words('lesson.write.graph-shared', { nodes, page: sharedWith + 1 })}
      </p>
      <div className={fields.buttons}>
        <button
          type="button"
          className={buttons.button}
          onClick={() => changeDraft(draft => recordGraph(draft, at, openDocument()))}
        >
          <Camera size={14} strokeWidth={1.75} aria-hidden />
          {words('lesson.write.record')}
        </button>
        <button type="button" className={buttons.button} onClick={() => graph && void newDocument(graph)}>
          {words('lesson.write.open-graph')}
        </button>
        {before !== undefined && before !== name && (
          <button type="button" className={buttons.button} onClick={() => setPage({ graph: before })}>
            {words('lesson.write.graph-before')}
          </button>
        )}
      </div>
      {ownCount > 0 && (
        <p className={fields.warning}>
          <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
          {words('lesson.write.own-pictures', { count: ownCount })}
        </p>
      )}
    </>
  );
}
