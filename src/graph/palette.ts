/**
 * The colours that a person may give to a frame or a note. They are names: which colour that is on a dark
 * page and on a light one is for the page to say.
 */
import type { Text } from '../language/text.ts';

export const colours = ['grey', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'] as const;

export type Colour = (typeof colours)[number];

export const colourTitle: Readonly<Record<Colour, Text>> = {
  grey: { en: 'Grey', zh: '灰' },
  red: { en: 'Red', zh: '红' },
  amber: { en: 'Amber', zh: '琥珀' },
  green: { en: 'Green', zh: '绿' },
  teal: { en: 'Teal', zh: '青' },
  blue: { en: 'Blue', zh: '蓝' },
  violet: { en: 'Violet', zh: '紫' },
  pink: { en: 'Pink', zh: '粉' },
};
