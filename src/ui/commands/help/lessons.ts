import { GraduationCap } from 'lucide-react';
import { useLesson } from '../../lessons/lesson-state.ts';
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
