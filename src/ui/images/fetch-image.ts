/** A picture from an address on the web. Fetched once, by the person's own browser, and kept like any other. */
import { largestPictureFile } from '../../cli/library/picture-limits.ts';
import { formatBytes } from '../../language/format.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { supplyImage } from './supply-image.ts';

/** @returns the reference of the picture. */
export async function fetchImage(address: string, signal?: AbortSignal): Promise<Result<string>> {
  const url = webAddress(address);
  if (!url) return failure(message('images.bad-url', { url: address.slice(0, 200) }));
  const got = await get(url, signal);
  return got.ok ? supplyImage(got.value, nameIn(url)) : got;
}

/** `https://…` of what a person typed or pasted; undefined where that is none. */
export function webAddress(text: string): URL | undefined {
  const trimmed = text.trim();
  const whole = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(trimmed) ? `https://${trimmed}` : trimmed;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

async function get(url: URL, signal?: AbortSignal): Promise<Result<Blob>> {
  const site = url.host;
  try {
    const response = await fetch(url, {
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(signal && { signal }),
    });
    if (!response.ok) return failure(message('images.url-failed', { site, status: String(response.status) }));
    if (Number(response.headers.get('content-length')) > largestPictureFile) {
      await response.body?.cancel();
      const limit = formatBytes(largestPictureFile);
      return failure(message('images.too-large', { file: nameIn(url), size: `> ${limit}`, limit }));
    }
    return success(await response.blob());
  } catch {
    // Browsers do not tell a page whether a site refused it or could not be reached.
    return failure(message('images.url-forbidden', { site }));
  }
}

/** What the picture is called there. */
export function nameIn(url: URL): string {
  const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last) || url.hostname;
  } catch {
    return last;
  }
}
