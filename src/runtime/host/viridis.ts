/**
 * Numbers as colours that are as far apart for the eye as the numbers are, for those too who see colours
 * otherwise, and in grey: viridis (van der Walt and Smith, 2015), between ten of its colours.
 */
const colours = [
  0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725,
];

/** Red, green and blue from 0 to 1 of each number; 0 is dark, 1 is light, what lies outside is clipped. */
export function viridis(numbers: Float32Array): Float32Array {
  const rgb = new Float32Array(3 * numbers.length);
  numbers.forEach((number, i) => {
    const at = Math.min(Math.max(number, 0), 1) * (colours.length - 1);
    const below = Math.min(Math.floor(at), colours.length - 2);
    const [dark = 0, light = 0] = [colours[below], colours[below + 1]];
    for (let channel = 0; channel < 3; channel++) {
      const shift = 16 - 8 * channel;
      const [from, to] = [(dark >> shift) & 255, (light >> shift) & 255];
      rgb[3 * i + channel] = (from + (at - below) * (to - from)) / 255;
    }
  });
  return rgb;
}
