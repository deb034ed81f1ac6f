/** Which page of the help is open, and the way that led there. */
import { create } from 'zustand';

export type HelpPage =
  | { readonly type: 'contents' }
  | { readonly type: 'node'; readonly kind: string }
  | { readonly type: 'term'; readonly id: string };

interface HelpState {
  /** The last is shown; none where the help is closed. */
  readonly trail: readonly HelpPage[];
}

export const useHelp = create<HelpState>()(() => ({ trail: [] }));

/** Opens the help, or goes on from the page that is open. */
export function openHelp(page: HelpPage): void {
  useHelp.setState(({ trail }) => (isSame(trail.at(-1), page) ? {} : { trail: [...trail, page].slice(-50) }));
}

export const goBack = (): void => useHelp.setState(({ trail }) => ({ trail: trail.slice(0, -1) }));

export const closeHelp = (): void => useHelp.setState({ trail: [] });

const isSame = (a: HelpPage | undefined, b: HelpPage): boolean => JSON.stringify(a) === JSON.stringify(b);
