/** `#lesson=what-style-is` opens a lesson that ships. It is then taken out of the address, as a shared graph is. */

const pattern = /^#lesson=([a-z0-9-]{1,64})$/;

/** The lesson in the address, which then has none. */
export function takeLessonLink(): string | undefined {
  const { hash, pathname, search } = location;
  const [, id] = pattern.exec(hash) ?? [];
  if (id !== undefined) history.replaceState(history.state, '', pathname + search);
  return id;
}

/** Opens lesson `id` for whoever has it. */
export const linkToLesson = (id: string): string => `${location.origin}${location.pathname}#lesson=${id}`;
