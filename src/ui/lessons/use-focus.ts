/** Brings the nodes that a page is about before the eye; the others step back, until the page is left. */
import { useEffect } from 'react';
import { shownFlow } from '../canvas/flow.ts';
import { flowId } from '../canvas/flow-id.ts';
import { motion } from '../canvas/motion.ts';
import { openDocument } from '../state/editor.ts';

/** @param of Another for each page: the canvas is moved once for each, and then the student's own. */
export function useFocus(nodes: readonly string[] | undefined, of: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a page focuses does not change while it is open
  useEffect(() => {
    const ids = nodes?.map(id => flowId({ type: 'node', id }));
    const undim = ids && stepBack(ids);
    const arrive = setTimeout(() => void showNodes(ids), 60);
    return () => {
      clearTimeout(arrive);
      undim?.();
    };
  }, [of, nodes === undefined]);
}

/** Nodes are drawn and measured first; where they are not yet, it is tried again. */
async function showNodes(ids: readonly string[] | undefined, tries = 20): Promise<void> {
  const flow = shownFlow();
  const wanted = ids ?? Object.keys(openDocument().nodes).map(id => flowId({ type: 'node', id }));
  const isMeasured = flow && wanted.some(id => flow.getInternalNode(id)?.measured.width !== undefined);
  if (isMeasured) {
    const room = { padding: 0.12, maxZoom: 1, duration: motion() };
    await flow.fitView(ids ? { ...room, nodes: ids.map(id => ({ id })) } : room);
  } else if (tries > 0) {
    requestAnimationFrame(() => void showNodes(ids, tries - 1));
  }
}

function stepBack(ids: readonly string[]): () => void {
  const sheet = new CSSStyleSheet();
  const meant = ids.map(id => `[data-id="${CSS.escape(id)}"]`).join(', ');
  sheet.replaceSync(`.react-flow__node:not(${meant}) { opacity: 0.35 } .react-flow__edge { opacity: 0.5 }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheet);
  };
}
