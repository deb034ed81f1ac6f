import { expect, test } from 'vitest';
import { emptyDocument } from '../document.ts';
import type { Lesson } from './lesson.ts';
import { readLesson, writeLesson } from './lesson-file.ts';

const both = (text: string) => ({ en: text, zh: text });

const lesson: Lesson = {
  id: 'mine',
  title: both('Mine'),
  summary: both('A lesson'),
  minutes: 5,
  graphs: { empty: emptyDocument },
  pages: [{ title: both('First'), text: both('Look.'), graph: 'empty' }],
};

const changed = (change: (file: Record<string, unknown>) => void): string => {
  const file = JSON.parse(writeLesson(lesson));
  change(file);
  return JSON.stringify(file);
};

const refusal = (text: string): string | undefined => {
  const read = readLesson(text);
  return read.ok ? undefined : read.reason.id;
};

test('D5 a lesson that is written is read again as it was', () => {
  expect(readLesson(writeLesson(lesson))).toEqual({ ok: true, value: { lesson, repairs: [] } });
});

test('whoever teaches in one language writes a text once', () => {
  const read = readLesson(changed(file => Object.assign(file, { title: 'Gram, at last' })));
  expect(read.ok && read.value.lesson.title).toEqual(both('Gram, at last'));
});

test('D5 what is no lesson is refused whole, and says why', () => {
  expect(refusal('{}')).toBe('lesson.not-lesson');
  expect(refusal('')).toBe('file-empty');
  expect(refusal(changed(file => Object.assign(file, { schema: 99 })))).toBe('share.newer');
  expect(refusal(changed(file => Object.assign(file, { pages: [] })))).toBe('share.field-refused');
  expect(refusal(changed(file => Object.assign(file, { graphs: {} })))).toBe('lesson.no-graph');
  expect(refusal(changed(file => Object.assign(file, { run: 'alert(1)' })))).toBe('share.field-refused');
  expect(refusal(changed(file => Object.assign(file, { id: '../up' })))).toBe('share.field-refused');
});

test('D5 an answer that is none of the choices is refused', () => {
  const predict = { question: 'Which?', choices: ['a', 'b'], answer: 2, because: '' };
  const pages = [{ title: 'First', text: '', graph: 'empty', predict }];
  expect(refusal(changed(file => Object.assign(file, { pages })))).toBe('share.field-refused');
});
