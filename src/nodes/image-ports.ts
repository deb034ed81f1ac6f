import { port } from '../graph/port.ts';

/** What most nodes that make an image of an image have. */
export const imageIn = port.image({ en: 'Image', zh: '图像' });
export const imageOut = port.image({ en: 'Image', zh: '图像' });
