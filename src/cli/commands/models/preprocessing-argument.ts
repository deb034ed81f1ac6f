/** What `--preprocessing` takes: `caffe`, `torchvision`, or a file such as a folder's `preprocessing.json`. */
import { resolve } from 'node:path';
import { readPreprocessing } from '../../../../models/import/stated-preprocessing.ts';
import {
  caffePreprocessing,
  type Preprocessing,
  torchvisionPreprocessing,
} from '../../../../models/preprocessing.ts';
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import { readBounded } from '../../files/read-bounded.ts';
import { showPath } from '../../files/show-path.ts';

/** Nothing where nothing is stated. */
export async function preprocessingArgument(text?: string): Promise<Result<Preprocessing | undefined>> {
  if (text === undefined) return success(undefined);
  if (text === 'caffe') return success(caffePreprocessing);
  if (text === 'torchvision') return success(torchvisionPreprocessing);
  const path = resolve(text);
  const read = await readPreprocessing((_, atMost) => readBounded(path, atMost));
  if (read.ok) return read;
  return failure(message('models.preprocessing-file', { file: showPath(path), why: read.reason }));
}
