/** Loaded with the first note that is shown. */
import ReactMarkdown from 'react-markdown';

/** A picture would be fetched from wherever the text says, by everyone who opens the document. */
const neverShown = ['img'];

export default function Markdown({ text }: { readonly text: string }) {
  return (
    <ReactMarkdown
      skipHtml
      disallowedElements={neverShown}
      components={{
        a: ({ href, children }) => (
          <a href={href} target="_blank" rel="noreferrer">
            {children}
          </a>
        ),
      }}
    >
      {text}
    </ReactMarkdown>
  );
}
