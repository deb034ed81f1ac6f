/** What is to be said of a file that was opened or refused, where a line is not enough. */
import { create } from 'zustand';
import type { Message } from '../../language/message.ts';

export interface FileReport {
  readonly type: 'refused' | 'repaired';
  readonly file: string;
  readonly lines: readonly Message[];
}

export const useFileReport = create<{ readonly report: FileReport | undefined }>()(() => ({
  report: undefined,
}));

export const reportFile = (report: FileReport | undefined): void => useFileReport.setState({ report });
