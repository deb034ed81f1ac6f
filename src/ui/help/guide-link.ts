/**
 * Links within help and lessons: `[Gram matrix](term:gram-matrix)`, `[Style loss](node:style-loss)`,
 * `[What style is](lesson:what-style-is)`. They lead to places of the page, so they work offline and hold nothing
 * that a browser would fetch.
 */
import type { HelpPage } from './help-state.ts';

export type GuideLink =
  | Exclude<HelpPage, { readonly type: 'contents' }>
  | { readonly type: 'lesson'; readonly id: string };

/** What an address of a link names; undefined for one that leads out of the page. */
export function guideLink(href: string | undefined): GuideLink | undefined {
  const [, type, id = ''] = /^(term|node|lesson):([a-z0-9-]+)$/.exec(href ?? '') ?? [];
  switch (type) {
    case 'term':
      return { type, id };
    case 'node':
      return { type, kind: id };
    case 'lesson':
      return { type, id };
    default:
      return undefined;
  }
}

/** All of them in a text, for tests. */
export const guideLinksIn = (markdown: string): readonly GuideLink[] =>
  [...markdown.matchAll(/\]\(([^)]*)\)/g)].flatMap(([, href]) => guideLink(href) ?? []);
