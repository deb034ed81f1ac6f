/**
 * What stands in a document for people alone: frames, notes, and the points that a wire is led through.
 * Nothing that is computed depends on them. Their forms and bounds are the same in a file and in an edit.
 */
import { z } from 'zod';
import type { Message } from '../language/message.ts';
import { message } from '../language/message.ts';
import type { Frame, Note, Position } from './document.ts';
import { expectationOf, expected } from './expected.ts';
import { colours } from './palette.ts';
import { showValue } from './parameter-value.ts';

export const mostFrames = 1_000;
export const mostNotes = 1_000;
export const mostPointsOnWire = 32;
export const longestNote = 20_000;
export const longestFrameTitle = 200;
/** Of a frame's or a note's side, in pixels of the canvas. */
export const smallestSide = 16;
export const longestSide = 100_000;

const finite = z.number(expected('expect-finite'));
export const positionSchema = z.looseObject({ x: finite, y: finite }, expected('expect-object'));

const side = z
  .number(expected('expect-side'))
  .min(smallestSide, expected('expect-side'))
  .max(longestSide, expected('expect-side'));
const sizeSchema = z.looseObject({ width: side, height: side }, expected('expect-object'));
const colourSchema = z.enum(colours, expected('expect-colour'));
const frameTitle = z
  .string(expected('expect-frame-title'))
  .max(longestFrameTitle, expected('expect-frame-title'));
const noteText = z.string(expected('expect-note')).max(longestNote, expected('expect-note'));

export const frameSchema = z.looseObject(
  {
    title: frameTitle.default(''),
    colour: colourSchema.default('grey'),
    position: positionSchema,
    size: sizeSchema,
  },
  expected('expect-object'),
);

export const noteSchema = z.looseObject(
  { text: noteText, colour: colourSchema.exactOptional(), position: positionSchema, size: sizeSchema },
  expected('expect-object'),
);

export const viaSchema = z
  .array(positionSchema, expected('expect-via'))
  .max(mostPointsOnWire, expected('expect-via'));

/** What no file could hold of a frame, a note or the points of a wire. `where` names it in the sentence. */
export const refuseFrame = (where: string, frame: Frame) => firstFault(where, frameSchema, frame);
export const refuseNote = (where: string, note: Note) => firstFault(where, noteSchema, note);
export const refuseVia = (where: string, via: readonly Position[]) => firstFault(where, viaSchema, via);

function firstFault(where: string, schema: z.ZodType, value: unknown): Message | undefined {
  const issue = schema.safeParse(value).error?.issues[0];
  if (!issue) return undefined;
  const at = issue.path.reduce<unknown>(
    (outer, name) => (typeof outer === 'object' && outer !== null ? Reflect.get(outer, name) : undefined),
    value,
  );
  return message('parameter-refused', {
    path: [where, ...issue.path.map(String)].join('.'),
    expected: expectationOf(issue.message),
    value: showValue(at),
  });
}
