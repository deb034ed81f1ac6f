/** What a schema expected at a place, as a part of a sentence: zod carries the message's id as its text. */
import { type Message, type MessageId, message } from '../language/message.ts';

export type Expectation = MessageId & `expect-${string}`;

/** `z.string(expected('expect-text'))`. */
export const expected = (id: Expectation) => ({ error: id });

/** The words for what an issue of zod's says. */
export const expectationOf = (issue: string): Message =>
  message(issue.startsWith('expect-') ? (issue as Expectation) : 'expect-text');
