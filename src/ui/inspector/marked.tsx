import { lazy, Suspense } from 'react';

const Markdown = lazy(() => import('react-markdown'));

/** A few sentences with `names` and *stress* in them. Until what reads Markdown is loaded, they stand as they are. */
export const Marked = ({ text }: { readonly text: string }) => (
  <Suspense fallback={<p>{text}</p>}>
    <Markdown skipHtml>{text}</Markdown>
  </Suspense>
);
