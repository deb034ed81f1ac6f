import { ScanSearch } from 'lucide-react';
import type { NodeId } from '../../graph/document.ts';
import { useWords } from '../language/words.ts';
import header from '../nodes/header-button.module.css';
import { useEditor } from '../state/editor.ts';
import { openLens } from './lens-state.ts';
import { lensesFor } from './lenses.ts';

/** In the header of a node that can be looked into; from the keyboard its lenses are opened by the menus. */
export function LensButton({ node }: { readonly node: NodeId }) {
  const words = useWords();
  const lens = useEditor(({ history }) => lensesFor(history.document, node)[0]?.id);
  if (lens === undefined) return null;
  const said = words('lens-window.look-inside');
  return (
    <button
      type="button"
      className={`${header.button} nodrag`}
      tabIndex={-1}
      aria-label={said}
      title={said}
      onClick={event => {
        event.stopPropagation();
        openLens(lens, node);
      }}
    >
      <ScanSearch size={14} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
