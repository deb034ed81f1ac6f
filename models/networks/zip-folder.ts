/** A folder as one file: a ZIP archive, for whoever has no folders to give, such as a page. Untrusted, so bounded. */
import { unzipSync } from 'fflate';
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { type FolderReader, fileMissing, fileTooLarge } from '../import/folder.ts';

const mostFiles = 500;
/** Of all files together once they are unpacked. */
const mostBytes = 300 * 2 ** 20;

/** The folder in which the archive's model lies: archives of a folder have its name before every file. */
export function zipFolder(bytes: Uint8Array, file: string): Result<FolderReader> {
  let total = 0;
  let count = 0;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        count += 1;
        return total <= mostBytes && count <= mostFiles;
      },
    });
  } catch {
    return failure(message('network.no-zip', { file }));
  }
  if (total > mostBytes || count > mostFiles) return failure(message('network.too-large', { file }));
  const model = Object.keys(files).find(path => /(^|\/)(model|manifest)\.json$/.test(path));
  const prefix = model?.replace(/[^/]*$/, '') ?? '';
  return success(async (path, atMost) => {
    const found = Object.hasOwn(files, prefix + path) ? files[prefix + path] : undefined;
    if (!found) return failure(fileMissing(path));
    return found.length > atMost ? failure(fileTooLarge(path, atMost)) : success(found);
  });
}
