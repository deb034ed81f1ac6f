/** Markdown of help and lessons, whose links lead to other places of the page. Other people's text is only text. */
import ReactMarkdown, { defaultUrlTransform } from 'react-markdown';
import { follow } from './follow.ts';
import { guideLink } from './guide-link.ts';
import styles from './help.module.css';

/** A picture would be fetched from wherever the text says. */
const neverShown = ['img'];

const keepGuideLinks = (href: string): string => (guideLink(href) ? href : defaultUrlTransform(href));

export const GuideText = ({ text }: { readonly text: string }) => (
  <ReactMarkdown
    skipHtml
    disallowedElements={neverShown}
    urlTransform={keepGuideLinks}
    components={{
      a: ({ href, children }) => {
        const link = guideLink(href);
        if (!link) {
          return (
            <a href={href} target="_blank" rel="noreferrer">
              {children}
            </a>
          );
        }
        return (
          // A button proper may be parted from the comma behind it, as a word may not.
          // biome-ignore lint/a11y/useSemanticElements: it flows within a sentence
          <span
            role="button"
            tabIndex={0}
            className={styles.link}
            data-leads-to={link.type}
            onClick={() => follow(link)}
            onKeyDown={event => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              follow(link);
            }}
          >
            {children}
          </span>
        );
      },
    }}
  >
    {text}
  </ReactMarkdown>
);
