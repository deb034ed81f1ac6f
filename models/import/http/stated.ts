/**
 * What a server states about a file beside its bytes, and whether two answers speak of the same file. A page
 * that reads from another site may see less of it, so what is missing contradicts nothing.
 */
import type { Answer } from './answer.ts';

export interface Stated {
  readonly size?: number | undefined;
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

/** `size` where the answer is a part of the file; else the whole's length is the body's, unless it is packed. */
export function statedBy({ status, headers }: Answer, size?: number): Stated {
  const length = headers.get('content-length');
  const whole = status === 200 && !headers.has('content-encoding') && length && /^\d{1,15}$/.test(length);
  return {
    size: size ?? (whole ? Number(length) : undefined),
    etag: headers.get('etag') ?? undefined,
    modified: headers.get('last-modified') ?? undefined,
  };
}

/** Both put together; nothing where they contradict each other. */
export function agreed(before: Stated, now: Stated): Stated | undefined {
  const differs = (['size', 'etag', 'modified'] as const).some(
    field => before[field] !== undefined && now[field] !== undefined && before[field] !== now[field],
  );
  if (differs) return undefined;
  return {
    size: before.size ?? now.size,
    etag: before.etag ?? now.etag,
    modified: before.modified ?? now.modified,
  };
}

/** Tells this content from another at the same address; nothing where the server states too little. */
export function versionOf({ etag, modified, size }: Stated): string | undefined {
  const stamp = etag ?? modified;
  return stamp === undefined ? undefined : `${stamp} ${size ?? ''}`;
}

export interface Part {
  readonly start: number;
  /** Included. */
  readonly end: number;
  /** Of the whole file. */
  readonly total?: number | undefined;
}

/** `bytes 0-1023/4096`, or `bytes 0-1023/*` where the server does not know the whole. */
export function parsePart(header: string): Part | undefined {
  const [, start, end, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(header.trim()) ?? [];
  if (start === undefined || end === undefined) return undefined;
  return { start: Number(start), end: Number(end), total: total === '*' ? undefined : Number(total) };
}

/** How long the file is, of an answer that it has no such part. */
export function parseTotal(header: string): number | undefined {
  const total = /^bytes \*\/(\d{1,15})$/i.exec(header.trim())?.[1];
  return total === undefined ? undefined : Number(total);
}
