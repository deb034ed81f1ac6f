import type { FaceOfKind } from './face.ts';

export const plain: FaceOfKind = { Face: () => null, width: 190 };
