/**
 * What a sample picture is: a name, a role and a function that paints it at any size.
 *
 * A picture is painted in display-referred sRGB floats (0 black, 1 white, three channels interleaved), so
 * that brushes mix colours as eyes see them; a rendered scene is lit in linear light and converted at its end.
 * Sizes inside a picture are fractions of its height, so a small rendering is the same picture, only smaller.
 */
export type FloatImage = {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
};

export type SamplePicture = {
  readonly name: string;
  readonly role: 'content' | 'style';
  readonly width: number;
  readonly height: number;
  readonly title: { readonly en: string; readonly zh: string };
  readonly paint: (width: number, height: number) => FloatImage;
};

export type Colour = readonly [number, number, number];

export function blankImage(width: number, height: number, fill: Colour = [0, 0, 0]): FloatImage {
  const data = new Float32Array(width * height * 3);
  for (let i = 0; i < data.length; i += 3) data.set(fill, i);
  return { width, height, data };
}

/** Typed arrays answer `undefined` beyond their end; a picture means black there. */
export const at = (values: Float32Array, index: number): number => values[index] ?? 0;

export function pixel(image: FloatImage, x: number, y: number): Colour {
  const column = Math.min(image.width - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(image.height - 1, Math.max(0, Math.floor(y)));
  const i = (row * image.width + column) * 3;
  return [at(image.data, i), at(image.data, i + 1), at(image.data, i + 2)];
}

/** Every pixel from a function of its centre. */
export function fillImage(image: FloatImage, colourAt: (x: number, y: number) => Colour): FloatImage {
  for (let y = 0, i = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++, i += 3) image.data.set(colourAt(x + 0.5, y + 0.5), i);
  }
  return image;
}

/** Mixes `colour` over the pixel at offset `i` (already times three). */
export function blendOver(image: FloatImage, i: number, colour: Colour, alpha: number): void {
  const { data } = image;
  data[i] = at(data, i) + (colour[0] - at(data, i)) * alpha;
  data[i + 1] = at(data, i + 1) + (colour[1] - at(data, i + 1)) * alpha;
  data[i + 2] = at(data, i + 2) + (colour[2] - at(data, i + 2)) * alpha;
}

/** The same picture at half the size, each pixel the mean of four: the plainest anti-aliasing. */
export function halved(image: FloatImage): FloatImage {
  const half = blankImage(image.width >> 1, image.height >> 1);
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      for (let c = 0; c < 3; c++) {
        const i = (2 * y * image.width + 2 * x) * 3 + c;
        const below = i + image.width * 3;
        const sum =
          at(image.data, i) + at(image.data, i + 3) + at(image.data, below) + at(image.data, below + 3);
        half.data[(y * half.width + x) * 3 + c] = sum / 4;
      }
    }
  }
  return half;
}

/** Three running means, which together are nearly a Gaussian. */
export function blurred(image: FloatImage, radius: number): FloatImage {
  const { width, height } = image;
  const reach = Math.max(1, Math.round(radius));
  let from = new Float32Array(image.data);
  let to = new Float32Array(from.length);
  const sweep = (lines: number, length: number, lineStep: number, step: number): void => {
    for (let line = 0; line < lines; line++) {
      for (let c = 0; c < 3; c++) {
        const start = line * lineStep + c;
        const value = (k: number): number => at(from, start + Math.min(length - 1, Math.max(0, k)) * step);
        let sum = 0;
        for (let k = -reach; k <= reach; k++) sum += value(k);
        for (let k = 0; k < length; k++) {
          to[start + k * step] = sum / (2 * reach + 1);
          sum += value(k + reach + 1) - value(k - reach);
        }
      }
    }
    [from, to] = [to, from];
  };
  for (let pass = 0; pass < 3; pass++) {
    sweep(height, width, width * 3, 3);
    sweep(width, height, 3, width * 3);
  }
  return { width, height, data: from };
}
