import { sha256 as inJavaScript } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 of some bytes one after another, in hexadecimal: by the platform, which is many times as fast as
 * JavaScript. Browsers have it only for pages that are served securely; the result is the same.
 */
export async function sha256(parts: readonly Uint8Array[]): Promise<string> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  return bytesToHex(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : inJavaScript(bytes));
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As they lie in memory: little-endian on every machine that runs WebAssembly or WebGPU. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
