import { PenLine } from 'lucide-react';
import { startWriting } from '../../lessons/start-writing.ts';
import type { Command } from '../command.ts';

export const writeLesson: Command = {
  id: 'help.write-lesson',
  label: { en: 'Write a lesson…', zh: '编写课程…' },
  summary: { en: 'From graphs of your own, for a class or a friend', zh: '用自己的图，为课堂或朋友编写' },
  place: { menu: 'help', group: 'learning' },
  icon: PenLine,
  keywords: { en: 'teach teacher author course', zh: '教学 教师 编写 教程' },
  undo: 'none',
  run: () => void startWriting(),
};
