/** Whether the panel for videos is open. */
import { create } from 'zustand';

export const useVideoPanel = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

export const openVideoPanel = (): void => useVideoPanel.setState({ isOpen: true });

export const closeVideoPanel = (): void => useVideoPanel.setState({ isOpen: false });
