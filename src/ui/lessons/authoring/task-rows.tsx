/** What a page asks for, in its order, and what tells that it was done. */
import { ArrowUp, Plus, X } from 'lucide-react';
import type { GraphDocument } from '../../../graph/document.ts';
import type { LessonPage, LessonTask } from '../../../graph/lesson/lesson.ts';
import buttons from '../../controls/buttons.module.css';
import { IconButton } from '../../controls/icon-button.tsx';
import { useWords } from '../../language/words.ts';
import { ConditionFields } from './condition-fields.tsx';
import { beginCondition } from './conditions.ts';
import { dropField, setPage } from './draft-state.ts';
import fields from './fields.module.css';
import { SaidField } from './said-field.tsx';
import styles from './task-rows.module.css';

const mostTasks = 12;

interface TaskRowsProps {
  readonly page: LessonPage;
  readonly graph: GraphDocument;
}

export function TaskRows({ page: { tasks = [] }, graph }: TaskRowsProps) {
  const words = useWords();
  const set = (list: readonly LessonTask[]) =>
    list.length === 0 ? dropField('tasks') : setPage({ tasks: list });
  const add = () => {
    const when = beginCondition('iterations', graph) ?? beginCondition('selected', graph);
    if (when) set([...tasks, { text: { en: '', zh: '' }, when }]);
  };
  return (
    <>
      {tasks.map((task, index) => {
        const number = index + 1;
        const change = (changes: Partial<LessonTask>) => set(tasks.with(index, { ...task, ...changes }));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a task is its number
          <fieldset key={index} className={styles.task} aria-label={words('lesson.write.task', { number })}>
            <div className={styles.head}>
              <SaidField
                label={words('lesson.write.task', { number })}
                said={task.text}
                set={text => change({ text })}
                most={500}
                rows={2}
                isUnlabelled
              />
              <IconButton
                icon={ArrowUp}
                label={words('lesson.write.task-up', { number })}
                aria-disabled={index === 0}
                onClick={() => index > 0 && set(tasks.toSpliced(index, 1).toSpliced(index - 1, 0, task))}
              />
              <IconButton
                icon={X}
                label={words('lesson.write.remove-task', { number })}
                onClick={() => set(tasks.toSpliced(index, 1))}
              />
            </div>
            <ConditionFields
              graph={graph}
              when={task.when}
              label={words('lesson.write.when', { number })}
              set={when => change({ when })}
            />
          </fieldset>
        );
      })}
      {tasks.length < mostTasks && (
        <button type="button" className={`${buttons.button} ${fields.add}`} onClick={add}>
          <Plus size={14} strokeWidth={2} aria-hidden />
          {words('lesson.write.add-task')}
        </button>
      )}
    </>
  );
}
