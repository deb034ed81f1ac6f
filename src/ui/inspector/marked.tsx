import { lazy, Suspense } from 'react';

const Markdown = lazy(() => import('react-markdown'));

/** What a sentence quotes may come from anywhere: a picture would be fetched from where that says. */
const neverShown = ['img'];

/** A few sentences with `names` and *stress* in them. Until what reads Markdown is loaded, they stand as they are. */
export const Marked = ({ text }: { readonly text: string }) => (
  <Suspense fallback={<p>{text}</p>}>
    <Markdown skipHtml disallowedElements={neverShown}>
      {text}
    </Markdown>
  </Suspense>
);
