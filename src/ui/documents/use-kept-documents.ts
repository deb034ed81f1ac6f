import { useCallback, useEffect, useState } from 'react';
import type { KeptDocument } from './kept.ts';
import { flushOpen } from './open-documents.ts';
import { shelf } from './the-shelf.ts';

export interface KeptDocuments {
  /** Undefined until they have been read. */
  readonly documents: readonly KeptDocument[] | undefined;
  /** Reads them again. */
  readonly reload: () => Promise<void>;
}

/** The kept documents, the open one as it is now. */
export function useKeptDocuments(): KeptDocuments {
  const [documents, setDocuments] = useState<readonly KeptDocument[]>();
  const reload = useCallback(async () => {
    await flushOpen();
    setDocuments(await shelf().documents());
  }, []);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { documents, reload };
}
