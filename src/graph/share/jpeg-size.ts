import type { Size } from '../document.ts';

/** Width and height as a JPEG states them, without decoding it; undefined where it is none, or is damaged. */
export function jpegSize(base64: string): Size | undefined {
  const bytes = bytesOf(base64);
  if (!bytes || bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer);
  for (let at = 2; at + 9 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const [marker = 0, kind = 0] = [bytes[at], bytes[at + 1]];
    if (marker !== 0xff) return undefined;
    if (isFrame(kind)) return sizeAt(view, at);
  }
  return undefined;
}

/** SOF0 to SOF15, without the three markers among them that are something else (DHT, JPG, DAC). */
const isFrame = (kind: number): boolean => kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);

function sizeAt(view: DataView, at: number): Size | undefined {
  const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), char => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
