import { create } from 'zustand';

export const useDocumentsDialog = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

/** Shows the person's documents. */
export const openDocumentsDialog = (): void => useDocumentsDialog.setState({ isOpen: true });

export const closeDocumentsDialog = (): void => useDocumentsDialog.setState({ isOpen: false });
