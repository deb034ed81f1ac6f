/** `7.3 %`, `64 %`: two digits that mean something. */
export const percent = (part: number): string => `${(100 * part).toFixed(part < 0.0995 ? 1 : 0)} %`;
