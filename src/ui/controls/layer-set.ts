/**
 * A set of an encoder's layers, as a strip of its convolutions: each may be taken after its ReLU (`relu3_1`),
 * before it (`conv3_1`), both, or not at all.
 */
import { layersOf, reluOfLayer, vgg19Convolutions } from '../../../models/architecture.ts';

export type Side = 'relu' | 'conv';

/** The number of a layer: `3_1` of `relu3_1`. */
export const numberOf = (layer: string): string => layer.replace(/^(conv|relu)/, '');

/** VGG-19 as far as style transfer taps it: what is shown until the encoder is known. */
export const usualLayers: readonly string[] = layersOf(vgg19Convolutions, []).map(({ name }) => name);

/** The blocks of a strip: those of the encoder, and whatever is chosen that it lacks, so that one can unchoose it. */
export function blocksOf(
  layers: readonly string[],
  chosen: readonly string[],
): readonly (readonly string[])[] {
  const numbers = new Set([...layers, ...chosen].map(numberOf));
  const blocks = new Map<string, string[]>();
  for (const number of [...numbers].sort(byDepth)) {
    const block = number.split('_')[0] ?? '';
    blocks.set(block, [...(blocks.get(block) ?? []), number]);
  }
  return [...blocks.values()];
}

/** On which sides of its ReLU a layer is taken. */
export const sidesOf = (chosen: readonly string[], number: string): readonly Side[] =>
  (['relu', 'conv'] as const).filter(side => chosen.includes(`${side}${number}`));

/** The side that the set as a whole is on; undefined where it is on both. */
export function sideOf(chosen: readonly string[]): Side | undefined {
  if (chosen.every(layer => layer.startsWith('relu'))) return 'relu';
  return chosen.every(layer => layer.startsWith('conv')) ? 'conv' : undefined;
}

/** Switches a layer on or off. */
export function toggled(chosen: readonly string[], number: string, side: Side): readonly string[] {
  const off = chosen.filter(layer => numberOf(layer) !== number);
  return off.length < chosen.length ? off : inOrder([...chosen, `${side}${number}`]);
}

/** Takes a layer on the other side of its ReLU. */
export function turned(chosen: readonly string[], number: string): readonly string[] {
  const [side = 'conv'] = sidesOf(chosen, number);
  const rest = chosen.filter(layer => numberOf(layer) !== number);
  return inOrder([...rest, `${side === 'relu' ? 'conv' : 'relu'}${number}`]);
}

/** All layers taken on one side. */
export const allOn = (chosen: readonly string[], side: Side): readonly string[] =>
  inOrder([...new Set(chosen.map(layer => (side === 'relu' ? reluOfLayer(conv(layer)) : conv(layer))))]);

const conv = (layer: string): string => `conv${numberOf(layer)}`;

/** `relu 1_1 2_1 3_1`: the side is said once, and again where it changes. */
export const shortNames = (chosen: readonly string[]): string =>
  chosen
    .map((layer, index) => {
      const side = layer.slice(0, 4);
      const number = numberOf(layer);
      return chosen[index - 1]?.startsWith(side) ? number : `${side} ${number}`;
    })
    .join('  ');

const inOrder = (layers: readonly string[]): readonly string[] =>
  [...layers].sort((a, b) => byDepth(numberOf(a), numberOf(b)) || a.localeCompare(b));

function byDepth(a: string, b: string): number {
  const [blockA = 0, layerA = 0] = a.split('_').map(Number);
  const [blockB = 0, layerB = 0] = b.split('_').map(Number);
  return blockA - blockB || layerA - layerB;
}
