/**
 * Where the pieces of a file are kept while it is being fetched, so that a download that was cancelled or
 * broke off goes on where it was.
 */

/** `file` and `piece` are short names of small letters, digits and hyphens, fit for names of files. */
export interface PieceStore {
  /** Nothing where it isn't there, or can't be read. */
  get(file: string, piece: string): Promise<Uint8Array | undefined>;
  /** False where it could not be kept: the disk is full, or the quota. */
  put(file: string, piece: string, bytes: Uint8Array): Promise<boolean>;
  /** Forgets all pieces of `file`. */
  clear(file: string): Promise<void>;
}

/** Pieces in memory, for as long as the program runs. */
export function memoryPieces(): PieceStore {
  const files = new Map<string, Map<string, Uint8Array>>();
  return {
    get: async (file, piece) => files.get(file)?.get(piece),
    put: async (file, piece, bytes) => {
      const pieces = files.get(file) ?? new Map<string, Uint8Array>();
      files.set(file, pieces.set(piece, bytes.slice()));
      return true;
    },
    clear: async file => void files.delete(file),
  };
}
