/** A thread that paints what the port in its `workerData` asks for, with the files of this machine. */
import { workerData } from 'node:worker_threads';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { rememberingSources } from '../../../src/cli/library/remembering-sources.ts';
import { fileSources } from '../../../src/index.ts';
import { serve } from '../../../src/runtime/host/serve.ts';
import { hosting } from './hosting.ts';

serve(workerData, hosting(rememberingSources(fileSources(packageFolder()))));
