/**
 * A document may come to name a picture that the worker was not given: nodes pasted from another document, a step
 * that is taken back. Where it is kept it is given then, and the document told again.
 */
import { useEditor } from '../state/editor.ts';
import { ownFiles } from './references.ts';
import { givePictures } from './supply-image.ts';

const asked = new Set<string>();
let follows = false;

export function followPictures(): void {
  if (follows) return;
  follows = true;
  useEditor.subscribe(({ history: { document } }, { history: before }) => {
    if (document.nodes === before.document.nodes) return;
    const news = ownFiles(document).filter(reference => !asked.has(reference));
    if (news.length === 0) return;
    for (const reference of news) asked.add(reference);
    void givePictures(document).then(async found => {
      if (found.length === 0) return;
      const { tellAgain } = await import('../painting/connection.ts');
      tellAgain();
    });
  });
}
