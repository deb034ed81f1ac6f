/** Which kind has which face: a file for each kind beside this one, and one line here. */
import type { FaceOfKind } from './face.ts';
import { image } from './image.tsx';
import { optimiser } from './optimiser.tsx';
import { output } from './output.tsx';
import { plain } from './plain.tsx';

const faces: Readonly<Record<string, FaceOfKind>> = { image, optimiser, output };

/** Kinds without a face of their own show their sockets alone. */
export const faceOf = (kind: string): FaceOfKind =>
  (Object.hasOwn(faces, kind) ? faces[kind] : undefined) ?? plain;
