/**
 * How many convolutions each block of VGG-19, VGG-16, VGG-13 and VGG-11 has (Simonyan and Zisserman 2015,
 * table 1), the likeliest first: where a file numbers its layers, these tell what a number is.
 */
export const vggFamily = [
  [2, 2, 4, 4, 4],
  [2, 2, 3, 3, 3],
  [2, 2, 2, 2, 2],
  [1, 1, 2, 2, 2],
] as const;
