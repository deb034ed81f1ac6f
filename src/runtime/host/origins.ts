import type { Facts } from '../../graph/kind.ts';
import type { Result } from '../../language/result.ts';
import type { Origins, OriginsAsked } from './protocol.ts';

/** What is known of each reference that was asked for. */
export const originsOf = ({ images, encoders }: OriginsAsked, facts: Facts | undefined): Origins => ({
  images: known(images, facts?.image),
  encoders: Object.fromEntries(
    Object.entries(known(encoders, facts?.encoder)).map(([reference, { hash }]) => [reference, hash]),
  ),
});

const known = <T>(
  references: readonly string[],
  read: ((reference: string) => Result<T>) | undefined,
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    references.flatMap(reference => {
      const found = read?.(reference);
      return found?.ok ? [[reference, found.value] as const] : [];
    }),
  );
