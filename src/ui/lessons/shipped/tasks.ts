/** What several lessons ask for. */
import type { LessonTask } from '../../../graph/lesson/lesson.ts';

export const watchIterations = (count: number): LessonTask => ({
  text: { en: `Watch ${count} iterations.`, zh: `看 ${count} 次迭代。` },
  when: { type: 'iterations', optimiser: 'optimiser', count },
});

export const chooseAnotherStyle: LessonTask = {
  text: { en: 'Choose another style picture.', zh: '另选一幅风格图。' },
  when: { type: 'parameter', node: 'style', param: 'source' },
};

/** @param layer Switched off on the taps `node`. */
export const switchOff = (node: string, layer: string): LessonTask => ({
  text: { en: `Switch \`${layer}\` off.`, zh: `关闭 \`${layer}\`。` },
  when: { type: 'layers', node, layers: [layer], are: 'off' },
});
