/**
 * A lesson is data: pages with text, the graph that each is about, what of the editor it shows, hides, locks and
 * points at, a prediction to be made before the answer is seen, and tasks that tell when it was done. The lessons
 * that ship and those that a teacher writes are the same, and go through the same schema (rule D5).
 */
import { z } from 'zod';
import type { Text } from '../../language/text.ts';
import type { GraphDocument } from '../document.ts';
import { conditionSchema } from './condition.ts';

const said = (most: number) =>
  z.union([
    z.strictObject({ en: z.string().max(most), zh: z.string().max(most) }),
    // Whoever teaches in one language writes it once.
    z
      .string()
      .max(most)
      .transform((text): Text => ({ en: text, zh: text })),
  ]);

const name = z.string().min(1).max(200);
const names = z.array(name).max(200).readonly();

export const pointerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('node'), node: name }),
  /** A control, on its node or in the inspector, wherever it is to be seen. */
  z.strictObject({ type: z.literal('parameter'), node: name, param: name }),
  z.strictObject({
    type: z.literal('part'),
    part: z.enum(['viewer', 'inspector', 'transport', 'timeline', 'chart', 'compare']),
  }),
]);

export type Pointer = z.infer<typeof pointerSchema>;

const predictionSchema = z
  .strictObject({
    question: said(500),
    choices: z.array(said(200)).min(2).max(6).readonly(),
    /** Which of the choices it is, from 0. */
    answer: z.int().min(0),
    /** Why, said once it has been seen. */
    because: said(2_000),
    /** An optimiser that does not begin before. */
    holds: name.exactOptional(),
  })
  .refine(({ answer, choices }) => answer < choices.length, { path: ['answer'] });

export type Prediction = z.infer<typeof predictionSchema>;

const pageSchema = z.strictObject({
  title: said(200),
  /** Markdown, with links to the glossary. */
  text: said(8_000),
  formula: z.string().max(2_000).exactOptional(),
  /** The graph that is open from this page on; without it, that of the page before. */
  graph: name.exactOptional(),
  /** As in a link: `style.weight`, `inspector`, `timeline`, `chart`. */
  hidden: names.exactOptional(),
  /** All but these parameters are locked. Without it, nothing is. */
  unlocked: names.exactOptional(),
  /** These nodes are brought before the eye; the others step back. */
  focus: names.exactOptional(),
  select: name.exactOptional(),
  view: name.exactOptional(),
  point: z.array(pointerSchema).max(8).readonly().exactOptional(),
  predict: predictionSchema.exactOptional(),
  /** In the order in which they are to be done. */
  tasks: z
    .array(z.strictObject({ text: said(500), when: conditionSchema }))
    .max(12)
    .readonly()
    .exactOptional(),
});

export type LessonPage = z.infer<typeof pageSchema>;
export type LessonTask = NonNullable<LessonPage['tasks']>[number];

export const longestLessonId = 64;

export const lessonHeadSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  title: said(200),
  summary: said(1_000),
  minutes: z.int().min(1).max(600),
  /** What nodes are called, by their ids, in whichever language the page speaks. */
  titles: z.record(name, said(200)).exactOptional(),
  pages: z.array(pageSchema).min(1).max(60).readonly(),
});

export interface Lesson extends z.infer<typeof lessonHeadSchema> {
  /** By the names that pages use. */
  readonly graphs: Readonly<Record<string, GraphDocument>>;
}

export const mostLessonGraphs = 30;

/** The name of the graph that page `at` is about: its own, or that of the nearest page before. */
export const graphAt = ({ pages }: Pick<Lesson, 'pages'>, at: number): string | undefined =>
  pages.slice(0, at + 1).findLast(({ graph }) => graph !== undefined)?.graph;
