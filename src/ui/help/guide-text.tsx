/** Markdown of help and lessons, whose links lead to other places of the page. Other people's text is only text. */
import ReactMarkdown, { defaultUrlTransform } from 'react-markdown';
import { follow } from './follow.ts';
import { guideLink } from './guide-link.ts';
import styles from './help.module.css';

/** A picture would be fetched from wherever the text says. */
const neverShown = ['img'];

/** A button may be parted from the comma behind it, as a word may not. */
const wordJoiner = '\u2060';

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
          <>
            <button
              type="button"
              className={styles.link}
              data-leads-to={link.type}
              onClick={() => follow(link)}
            >
              {children}
            </button>
            {wordJoiner}
          </>
        );
      },
    }}
  >
    {text}
  </ReactMarkdown>
);
