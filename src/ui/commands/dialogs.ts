/** Which dialog of the page is open; one at a time. */
import { create } from 'zustand';

export type Dialog = 'none' | 'palette' | 'shortcuts' | 'about';

export const useDialogs = create<{ readonly open: Dialog }>()(() => ({ open: 'none' }));

export const openDialog = (open: Dialog): void => useDialogs.setState({ open });
