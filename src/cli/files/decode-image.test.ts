import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { longestSide } from '../library/picture-limits.ts';
import { decodeImage } from './decode-image.ts';

/** A picture of one row: raw samples of `channels` each. */
const row = (samples: Uint8Array | Uint16Array, channels: 1 | 2 | 3 | 4) =>
  sharp(samples, { raw: { width: samples.length / channels, height: 1, channels } });

async function decoded(file: Uint8Array) {
  const image = await decodeImage(file, 'picture');
  if (!image.ok) throw new Error(say(image.reason));
  return image.value;
}

async function refusal(file: Uint8Array): Promise<string> {
  const image = await decodeImage(file, 'picture');
  return image.ok ? 'It was decoded.' : say(image.reason);
}

const rounded = (data: Float32Array) => Array.from(data, value => Number(value.toFixed(4)));

describe('a picture is decoded to red, green and blue from 0 to 1', () => {
  test('from eight bits', async () => {
    const { shape, data } = await decoded(
      await row(Uint8Array.of(255, 0, 51, 0, 102, 255), 3)
        .png()
        .toBuffer(),
    );
    expect(shape).toEqual([1, 2, 3]);
    expect(rounded(data)).toEqual([1, 0, 0.2, 0, 0.4, 1]);
  });

  test('from sixteen bits, none of which is lost', async () => {
    const samples = Uint16Array.of(1000, 1001, 65535);
    const file = await row(samples, 3).toColourspace('rgb16').png().toBuffer();
    const { data } = await decoded(file);
    expect(Array.from(data, value => Math.round(value * 65535))).toEqual([1000, 1001, 65535]);
  });

  test('from grey', async () => {
    const { data } = await decoded(await row(Uint8Array.of(51), 1).toColourspace('b-w').png().toBuffer());
    expect(rounded(data)).toEqual([0.2, 0.2, 0.2]);
  });

  test('from CMYK', async () => {
    const cyan = sharp({ create: { width: 8, height: 8, channels: 3, background: '#ffffff' } });
    const { shape, data } = await decoded(await cyan.toColourspace('cmyk').jpeg().toBuffer());
    expect(shape).toEqual([8, 8, 3]);
    expect(Math.min(...data)).toBeGreaterThan(0.95);
  });

  test.each(['jpeg', 'webp', 'avif', 'gif', 'tiff'] as const)('from %s', async format => {
    const red = sharp({ create: { width: 16, height: 8, channels: 3, background: '#c80000' } });
    const { shape, data } = await decoded(await red.toFormat(format).toBuffer());
    expect(shape).toEqual([8, 16, 3]);
    expect(data[0]).toBeCloseTo(200 / 255, 1);
    expect(data[1]).toBeLessThan(0.05);
  });

  test('with transparency laid over white', async () => {
    const { data } = await decoded(
      await row(Uint8Array.of(0, 0, 0, 0, 255, 0, 0, 51), 4)
        .png()
        .toBuffer(),
    );
    expect(rounded(data)).toEqual([1, 1, 1, 1, 0.8, 0.8]);
  });

  test('upright, as its EXIF data says', async () => {
    const sideways = row(Uint8Array.of(255, 0, 0, 0, 0, 255), 3).withMetadata({ orientation: 6 });
    const { shape, data } = await decoded(await sideways.png().toBuffer());
    expect(shape).toEqual([2, 1, 3]);
    expect(rounded(data)).toEqual([1, 0, 0, 0, 0, 1]);
  });
});

test('a huge photograph is scaled on the way in, and that is said', async () => {
  const huge = sharp({ create: { width: 2 * longestSide, height: 10, channels: 3, background: '#808080' } });
  const { shape, note } = await decoded(await huge.png().toBuffer());
  expect(shape).toEqual([5, longestSide, 3]);
  expect(note && say(note)).toBe(
    '`picture` was scaled from 6144×10 to 3072×5 pixels: 3072 on the long side is the most that is used.',
  );
});

describe('what is not a picture is refused in words:', () => {
  test('text', async () => {
    expect(await refusal(new TextEncoder().encode('no picture at all'))).toContain(
      '`picture` is not a picture.',
    );
  });

  test('nothing', async () => {
    expect(await refusal(new Uint8Array())).toContain('`picture` is not a picture.');
  });

  test('half a picture', async () => {
    const noise = Uint8Array.from({ length: 64 * 64 * 3 }, (_, i) => (i * i) % 251);
    const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } })
      .jpeg()
      .toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toContain('`picture` is damaged');
  });

  test('HEIC, by name', async () => {
    const start = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect(await refusal(start)).toContain('`picture` is HEIC, which is not read here. Save it as JPEG');
  });

  test('a drawing that could fetch things', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>';
    expect(await refusal(new TextEncoder().encode(drawing))).toContain('`picture` is SVG');
  });
});
