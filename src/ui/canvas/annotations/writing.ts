/** Which frame or note is being written in, by its id on the canvas. */
import { create } from 'zustand';

export const useWriting = create<{ readonly at: string | undefined }>()(() => ({ at: undefined }));

export const startWriting = (id: string): void => useWriting.setState({ at: id });

/** Unless another is being written in already. */
export const closeWriting = (id: string): void =>
  useWriting.setState(({ at }) => (at === id ? { at: undefined } : {}));
