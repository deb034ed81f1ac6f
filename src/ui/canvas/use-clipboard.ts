import { useEffect } from 'react';
import { looksLikeGraph, pasteText, selectionAsText } from './actions/clipboard.ts';
import { deleteSelection } from './actions/delete.ts';

/** Hears the browser's own cut, copy and paste, wherever nothing else would answer to them. */
export function useClipboard(): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (isForText(event)) return;
      const text = selectionAsText();
      if (text === undefined) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') deleteSelection();
    };
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isForText(event)) return;
      const data = event.clipboardData;
      const text = data?.getData('text/plain') ?? '';
      // A picture, or the address of one, is not for the graph to take.
      if ((data?.files.length ?? 0) > 0 || !looksLikeGraph(text)) return;
      event.preventDefault();
      pasteText(text);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, []);
}

/** Somebody types, or has marked some text of the page. */
function isForText({ target }: Event): boolean {
  const element = target instanceof Element ? target : undefined;
  const isField =
    element?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') != null;
  return isField || globalThis.getSelection()?.isCollapsed === false;
}
