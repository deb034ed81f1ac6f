/** Which format a picture file has, by its first bytes: said to a person whose file cannot be decoded. */

const starts: readonly (readonly [format: string, start: RegExp])[] = [
  ['JPEG', /^\xFF\xD8\xFF/],
  ['PNG', /^\x89PNG/],
  ['GIF', /^GIF8/],
  ['WebP', /^RIFF....WEBP/s],
  ['AVIF', /^....ftyp(avif|avis)/s],
  ['BMP', /^BM/],
  ['HEIC', /^....ftyp(heic|heix|hevc|heim|heis|hevx)/s],
  ['TIFF', /^(II\*\0|MM\0\*)/],
  ['PDF', /^%PDF/],
  ['PSD', /^8BPS/],
  ['JPEG XL', /^(\xFF\n|....JXL )/s],
  ['SVG', /^\s*<(svg|\?xml)/],
];

/** `JPEG`, `HEIC` and the like; undefined where it is none that people have. */
export function pictureFormat(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  return starts.find(([, pattern]) => pattern.test(start))?.[0];
}
