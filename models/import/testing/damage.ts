/** Ways in which a file comes to harm, seeded, so that every run damages the same files in the same way. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Damaged {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In words, for whoever has to repeat it. */
  readonly how: string;
}

type Draw = (below: number) => number;

const kinds: Readonly<
  Record<string, (bytes: Uint8Array<ArrayBuffer>, draw: Draw) => Uint8Array<ArrayBuffer>>
> = {
  'a bit flipped': (bytes, draw) => {
    const at = draw(bytes.length);
    return bytes.with(at, (bytes[at] ?? 0) ^ (1 << draw(8)));
  },
  'three bytes changed': (bytes, draw) => {
    for (let i = 0; i < 3; i++) bytes[draw(bytes.length)] = draw(256);
    return bytes;
  },
  'a word of ones': (bytes, draw) => {
    const at = draw(bytes.length / 8) * 8;
    return bytes.fill(0xff, at, at + 8);
  },
  'another place or size': (bytes, draw) => {
    const at = draw(bytes.length / 4 - 1) * 4;
    new DataView(bytes.buffer).setUint32(at, draw(2 * bytes.length), true);
    return bytes;
  },
  'two bytes exchanged': (bytes, draw) => {
    const at = draw(bytes.length - 1);
    const [first = 0, second = 0] = bytes.subarray(at, at + 2);
    return bytes.with(at, second).with(at + 1, first);
  },
  'a stretch copied elsewhere': (bytes, draw) => {
    const from = draw(bytes.length);
    return bytes.copyWithin(draw(bytes.length), from, from + 8 * (1 + draw(8)));
  },
  'a stretch of zeros': (bytes, draw) => {
    const from = draw(bytes.length);
    return bytes.fill(0, from, from + 1 + draw(512));
  },
  'the end lost': (bytes, draw) => bytes.slice(0, draw(bytes.length)),
  'a byte lost': (bytes, draw) => {
    const at = draw(bytes.length);
    return bytes.copyWithin(at, at + 1).slice(0, -1);
  },
};

/** `bytes` damaged as `seed` says, between `from` and `to`; `bytes` themselves stay as they are. */
export function damaged(bytes: Uint8Array<ArrayBuffer>, seed: number, from = 0, to = bytes.length): Damaged {
  const random = xoroshiro128plus(seed);
  const draw: Draw = below => (random.next() >>> 0) % Math.max(1, Math.floor(below));
  const all = Object.entries(kinds);
  const [how, damage] = all[draw(all.length)] ?? ['', (same: Uint8Array<ArrayBuffer>) => same];
  const part = damage(bytes.slice(from, to), draw);
  const whole = new Uint8Array(from + part.length + bytes.length - to);
  whole.set(bytes.subarray(0, from));
  whole.set(part, from);
  whole.set(bytes.subarray(to), from + part.length);
  return { bytes: whole, how: `seed ${seed}: ${how}` };
}
