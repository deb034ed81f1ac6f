import { GraduationCap, PenLine } from 'lucide-react';
import { useLesson } from '../../lessons/lesson-state.ts';
import { startWriting } from '../../lessons/start-writing.ts';
import type { Command } from '../command.ts';

export const lessons: Command = {
  id: 'help.lessons',
  label: { en: 'Lessons…', zh: '课程…' },
  summary: { en: 'How style transfer works, step by step', zh: '一步步了解风格迁移如何运作' },
  place: { menu: 'help', group: 'learning' },
  icon: GraduationCap,
  keywords: { en: 'learn teach course tutorial student', zh: '学习 教学 教程 学生' },
  undo: 'none',
  run: () => useLesson.setState({ isGalleryOpen: true }),
};

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
