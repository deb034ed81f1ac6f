/** A thread that paints in the small world of {@link trial}. */
import { parentPort } from 'node:worker_threads';
import { serve } from '../../runtime/host/serve.ts';
import { trialHost } from './trial-host.ts';

if (parentPort) serve(parentPort, trialHost);
