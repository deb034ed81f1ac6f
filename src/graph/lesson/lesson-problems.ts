/**
 * What a lesson could not be taught with, though it is one: words that are missing, names that its graphs do not
 * have, tasks that its locks forbid. Whoever writes a lesson is told; those that ship have none.
 */
import { type Message, message } from '../../language/message.ts';
import type { Text } from '../../language/text.ts';
import type { GraphDocument } from '../document.ts';
import { own } from '../own.ts';
import type { Condition } from './condition.ts';
import { graphAt, type Lesson, type LessonPage, type Pointer } from './lesson.ts';
import type { Kinds } from './watch.ts';

export interface LessonProblem {
  /** From 0; none for the lesson as a whole. */
  readonly page?: number;
  readonly reason: Message;
}

export function problemsOfLesson(lesson: Lesson, kinds: Kinds): readonly LessonProblem[] {
  const ofPages = lesson.pages.flatMap((page, at) => {
    const graph = own(lesson.graphs, graphAt(lesson, at) ?? '');
    const reasons = [
      ...missingWords(page),
      ...(graph ? wrongNames(page, graph, kinds) : []),
      ...locked(page),
    ];
    return reasons.map(reason => ({ page: at, reason }));
  });
  return isSaid(lesson.title) ? ofPages : [{ reason: message('lesson.problem.title') }, ...ofPages];
}

const isSaid = ({ en, zh }: Text): boolean => en.trim() !== '' || zh.trim() !== '';

function missingWords({ title, predict, tasks = [] }: LessonPage): readonly Message[] {
  const isAsked = !predict || [predict.question, ...predict.choices].every(isSaid);
  return [
    ...(isSaid(title) ? [] : [message('lesson.problem.page-title')]),
    ...(isAsked ? [] : [message('lesson.problem.question')]),
    ...(tasks.every(({ text }) => isSaid(text)) ? [] : [message('lesson.problem.task')]),
  ];
}

/** Nodes (`style`) and parameters (`style.weight`) that the page names and its graph has not. */
function wrongNames(page: LessonPage, graph: GraphDocument, kinds: Kinds): readonly Message[] {
  const { select, view, focus = [], unlocked = [], point = [], predict, tasks = [] } = page;
  const named = [
    ...[select, view, predict?.holds].filter(name => name !== undefined),
    ...focus,
    ...unlocked,
    ...point.flatMap(pointedAt),
    ...tasks.flatMap(({ when }) => namedBy(when)),
  ];
  const wrong = new Set(named.filter(name => !isThere(graph, name, kinds)));
  return [...wrong].map(name => message('lesson.problem.name', { name }));
}

function isThere({ nodes }: GraphDocument, name: string, kinds: Kinds): boolean {
  const [id = '', param] = name.split('.');
  const node = own(nodes, id);
  if (!node) return false;
  return param === undefined || own(kinds.get(node.kind)?.params ?? {}, param) !== undefined;
}

function pointedAt(pointer: Pointer): readonly string[] {
  if (pointer.type === 'part') return [];
  return [pointer.type === 'node' ? pointer.node : `${pointer.node}.${pointer.param}`];
}

function namedBy(when: Condition): readonly string[] {
  if (when.type === 'parameter') return [`${when.node}.${when.param}`];
  if (when.type === 'layers') return [`${when.node}.layers`];
  if (when.type === 'wire') return [when.from, when.to];
  if ('node' in when) return [when.node];
  return 'optimiser' in when ? [when.optimiser] : [];
}

/** What a page asks for must not be locked on it. */
function locked({ unlocked, tasks = [] }: LessonPage): readonly Message[] {
  if (!unlocked) return [];
  const isBarred = ({ when }: { readonly when: Condition }): boolean => {
    const changes = when.type === 'parameter' || when.type === 'layers';
    return changes
      ? !namedBy(when).every(name => unlocked.includes(name))
      : ['flow', 'wire', 'node'].includes(when.type);
  };
  return tasks.some(isBarred) ? [message('lesson.problem.locked')] : [];
}
