import type { GuideLink } from './guide-link.ts';
import { closeHelp, openHelp } from './help-state.ts';

/** Goes to where a link of help or lessons leads. */
export function follow(link: GuideLink): void {
  if (link.type !== 'lesson') {
    openHelp(link);
    return;
  }
  closeHelp();
  void import('../lessons/start-lesson.ts').then(({ startLesson }) => startLesson(link.id));
}
