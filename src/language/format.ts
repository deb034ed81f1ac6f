/** Amounts as people read them. */

const steps = ['', 'k', 'M', 'G', 'T', 'P'] as const;

function scaled(amount: number, unit: string): string {
  let value = amount;
  let step = 0;
  while (value >= 999.5 && step < steps.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = step === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(digits)} ${steps[step]}${unit}`;
}

/** `48.2 MB`: thousands of thousands, as a disk counts. */
export const formatBytes = (bytes: number): string => scaled(bytes, 'B');

/** `1.25 GFLOP`. */
export const formatFlops = (flops: number): string => scaled(flops, 'FLOP');

/** `256×192×3`; a scalar is `1`. */
export const formatShape = (shape: readonly number[]): string => (shape.length === 0 ? '1' : shape.join('×'));

/** Three digits that mean something, however small or large: `0.482`, `31.4`, `2.19e+6`. */
export function formatLoss(value: number): string {
  const magnitude = Math.abs(value);
  if (value === 0) return '0';
  return magnitude >= 1e-3 && magnitude < 1e4
    ? value.toFixed(magnitude >= 1000 ? 0 : 3 - Math.max(0, Math.floor(Math.log10(magnitude)) + 1))
    : value.toExponential(2);
}

/** `0:07`, `12:40`, `1:02:03`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
