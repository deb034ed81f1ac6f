/** Which part of the page is shown beside the graph, where several share a place; at first nobody has chosen. */
import { create } from 'zustand';

export type Tab = 'picture' | 'inspector' | 'runs' | 'history';

export const useShownTab = create<{ readonly tab?: Tab }>()(() => ({}));

export const showTab = (tab: Tab): void => useShownTab.setState({ tab });
