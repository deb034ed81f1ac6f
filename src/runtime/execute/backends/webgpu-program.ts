/** What tfjs runs on a GPU: the text of a program in WGSL, and how it is spread over the threads. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

export type Program = Parameters<WebGPUBackend['runWebGPUProgram']>[0];
