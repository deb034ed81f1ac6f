/** R7 for whole graphs: is the way in which the picture is changed that in which the loss falls? */
import { expect } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { success } from '../../language/result.ts';
import type { Resources } from '../../runtime/execute/resources.ts';
import { random } from '../../runtime/testing/numbers.ts';
import { eventOf, paintAll, trialResources } from './trial.ts';

/** To be given to the optimiser of a graph whose gradient is checked: one plain step, long enough to be read. */
export const oneStep = { method: 'momentum', beta1: 0, learningRate: 10, iterations: 1, clamp: false };

const stepLength = 2e-3;

/** The gradient by which one painted step changes the picture, and the way to any other step. */
async function stepping(document: GraphDocument, start: string) {
  const found = trialResources.image(start);
  if (!found.ok) throw new Error(`There is no ${start}.`);
  const { shape, data } = found.value;
  const stepAt = (pixels: Float32Array) => {
    const image: Resources['image'] = hash =>
      hash === start ? success({ shape, data: pixels }) : trialResources.image(hash);
    return paintAll(document, { resources: { ...trialResources, image } });
  };
  const { picture } = eventOf(await stepAt(data), 'result');
  const gradient = data.map((value, at) => (value - (picture.data[at] ?? 0)) / oneStep.learningRate);
  return { data, stepAt, gradient };
}

/** The gradient of the loss of `document` with respect to its picture, which starts from `start`. */
export const gradientShown = async (document: GraphDocument, start: string): Promise<Float32Array> =>
  (await stepping(document, start)).gradient;

/**
 * Paints one step of plain gradient descent and compares the gradient that it shows with central differences
 * of the loss, along the gradient itself and along directions near it. `start` is the image that the picture,
 * and nothing else, starts from.
 */
export async function expectTrueGradient(document: GraphDocument, start: string): Promise<void> {
  const { data, stepAt, gradient } = await stepping(document, start);
  const norm = Math.hypot(...gradient);
  expect(norm).toBeGreaterThan(0);

  for (const seed of [0, 1, 2]) {
    const aside = random([data.length], seed + 1).data;
    const mixed = gradient.map(
      (value, at) => value / norm + (seed === 0 ? 0 : (aside[at] ?? 0) / Math.hypot(...aside)),
    );
    const direction = mixed.map(value => value / Math.hypot(...mixed));
    const lossAt = async (step: number) =>
      eventOf(await stepAt(data.map((value, at) => value + step * (direction[at] ?? 0))), 'iteration').total;
    const slope = ((await lossAt(stepLength)) - (await lossAt(-stepLength))) / (2 * stepLength);
    const predicted = gradient.reduce((sum, value, at) => sum + value * (direction[at] ?? 0), 0);
    expect(Math.abs(slope - predicted) / norm).toBeLessThan(0.01);
  }
}
