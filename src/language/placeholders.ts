/**
 * The placeholders of a text, known to the compiler: where a catalogue is `as const`, a message that lacks
 * one, or misspells it, does not compile. `{name}` and `{count, plural, …}` each name one.
 */
export type Placeholders<S extends string> = string extends S
  ? never
  : S extends `${string}{${infer Rest}`
    ? NameAtStart<Rest> | Placeholders<Rest>
    : never;

type NameAtStart<S extends string> = S extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? OneWord<Name>
    : OneWord<Inside>
  : never;

/** What stands in braces within a plural is a text, not a name; texts have spaces or nothing in them. */
type OneWord<S extends string> = S extends '' | `${string} ${string}` | `${string}{${string}` ? never : S;
