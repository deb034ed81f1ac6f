/** Rings around nodes on the canvas, for as long as somebody points at what they asked for. */
import type { NodeId } from '../../../graph/document.ts';

let sheet: CSSStyleSheet | undefined;

/** Lights these nodes and no others. */
export function light(nodes: readonly NodeId[]): void {
  sheet ??= newSheet();
  const meant = nodes.map(id => `.react-flow__node[data-id="${CSS.escape(id)}"]`).join(', ');
  const ring = 'outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 10px;';
  sheet.replaceSync(meant === '' ? '' : `${meant} { ${ring} }`);
}

function newSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  return made;
}
