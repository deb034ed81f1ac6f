/**
 * The preprocessing that a folder states for its weights, in an optional `preprocessing.json`:
 * `{"order": "bgr", "scale": 255, "mean": [103.939, 116.779, 123.68], "std": [1, 1, 1]}`, mean and std in
 * the order that `order` says, 0 and 1 where they are left out. A tfjs layers model has no place for it.
 */
import { z } from 'zod';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import {
  caffePreprocessing,
  type Preprocessing,
  preprocessingOf,
  type StatedPreprocessing,
} from '../preprocessing.ts';
import { type FolderReader, isMissing, readFile } from './folder.ts';
import { checkJson, parseJson } from './json.ts';

export const preprocessingFile = 'preprocessing.json';
const atMost = 65_536;

const bounded = z.number().min(-1e6).max(1e6);
const positive = z.number().min(1e-6).max(1e6);

const schema = z.strictObject({
  order: z.enum(['rgb', 'bgr']),
  scale: positive,
  mean: z.tuple([bounded, bounded, bounded]).default([0, 0, 0]),
  std: z.tuple([positive, positive, positive]).default([1, 1, 1]),
});

/** What the folder states, or Caffe's, which every VGG with Keras' names of layers was published with. */
export async function readPreprocessing(read: FolderReader): Promise<Result<Preprocessing>> {
  const file = await readFile(read, preprocessingFile, atMost);
  if (!file.ok) {
    if (isMissing(file.reason)) return success(caffePreprocessing);
    return failure(message('encoder.file-not-read', { file: preprocessingFile, why: file.reason }));
  }
  const json = parseJson(file.value, preprocessingFile);
  if (!json.ok) return json;
  const stated = checkJson(schema, json.value, preprocessingFile);
  if (!stated.ok) return stated;
  return success(customPreprocessing(stated.value));
}

/** What a person or a file states, with a title that says it. */
export function customPreprocessing(stated: StatedPreprocessing): Preprocessing {
  const { order, scale, mean, std } = stated;
  const title = `${order.toUpperCase()}, 0–${scale}, mean ${mean.join(' ')}, deviation ${std.join(' ')}`;
  return preprocessingOf(stated, title);
}
