import { create } from 'zustand';

export type ShareTab = 'link' | 'picture' | 'embed';

export const useShareDialog = create<{ readonly tab: ShareTab | undefined }>()(() => ({ tab: undefined }));

/** Shows how the open graph can be shared. */
export const openShareDialog = (tab: ShareTab = 'link'): void => useShareDialog.setState({ tab });

export const closeShareDialog = (): void => useShareDialog.setState({ tab: undefined });
