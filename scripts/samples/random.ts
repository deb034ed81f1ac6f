/** A seeded stream of numbers (mulberry32): the hand of the painter, the same on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  between(low: number, high: number): number;
  /** About a normal deviate: the sum of four uniforms, so never far out. */
  wobble(): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
};

export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    wobble: () => (next() + next() + next() + next() - 2) * 0.87,
    pick: choices => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}

/** A random order of the first `count` whole numbers. */
export function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}
