/** The key that shows the picture that is compared with, for as long as it is held. */
export const otherKey = 'b';
