/** Addresses of this page that show a graph. */
import { type SharedGraph, writeLink } from '../../graph/share/link.ts';

/** Where the page lies, without what is open in it. */
const here = (): string => `${location.origin}${location.pathname}`;

/** Opens the graph in the editor. */
export const linkTo = (shared: SharedGraph): string => `${here()}#${writeLink(shared)}`;

/** Shows the graph within another page. */
export const embeddedLinkTo = (shared: SharedGraph): string => `${here()}?embed#${writeLink(shared)}`;

/** What to put into another page. A link has no letter that HTML would take for its own. */
export const embedCode = (address: string, title: string): string =>
  `<iframe src="${address}" title="${escaped(title)}" width="800" height="500" style="border: 0" loading="lazy" allow="fullscreen; cross-origin-isolated"></iframe>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
