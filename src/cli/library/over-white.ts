/**
 * Red, green, blue and alpha of whole numbers up to `full` as red, green and blue from 0 to 1, what is
 * transparent laid over white.
 */
export function overWhite(samples: ArrayLike<number>, full: number): Float32Array {
  const pixels = samples.length / 4;
  const data = new Float32Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const alpha = (samples[4 * pixel + 3] ?? full) / full;
    for (let channel = 0; channel < 3; channel++) {
      const value = (samples[4 * pixel + channel] ?? full) / full;
      data[3 * pixel + channel] = 1 + (value - 1) * alpha;
    }
  }
  return data;
}
