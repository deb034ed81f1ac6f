/** Whether the message that came with the open graph is being read. */
import { create } from 'zustand';
import { useEditor } from '../state/editor.ts';

export const useStartMessage = create<{ readonly isRead: boolean }>()(() => ({ isRead: false }));

/** Shows the message, where there is one. */
export function readStartMessage(): void {
  if (useEditor.getState().shown?.message) useStartMessage.setState({ isRead: true });
}

export const putMessageAway = (): void => useStartMessage.setState({ isRead: false });
