/** What the graphs of the lessons come to, small: made by `npm run lesson-pictures`. */
const pictures = import.meta.glob<string>('./pictures/*.webp', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** The address of the picture of a graph of a lesson that ships. */
export const pictureOf = (lesson: string, graph: string): string | undefined =>
  pictures[`./pictures/${lesson}.${graph}.webp`];

/** The address of a picture of a lesson that ships. */
export const coverOf = (lesson: string): string | undefined =>
  Object.entries(pictures).find(([name]) => name.startsWith(`./pictures/${lesson}.`))?.[1];
