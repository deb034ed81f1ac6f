/**
 * A clip such as a webcam makes, by script: a town seen through a camera in a hand that is not quite still, somebody
 * who moves before it, and grain. Drawn and encoded in a page, put into a file here.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Input,
  BufferSource as InputBytes,
  MP4,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import type { Page } from 'playwright-core';

export interface Clip {
  readonly frames: number;
  /** A second. */
  readonly rate: number;
  readonly width: number;
  readonly height: number;
}

interface Chunk {
  readonly base64: string;
  readonly isKey: boolean;
  /** In microseconds. */
  readonly timestamp: number;
}

/** @returns a WebM file. */
export async function makeClip(page: Page, clip: Clip): Promise<Buffer> {
  const town = readFileSync(fileURLToPath(new URL('../../samples/content/old-town.webp', import.meta.url)));
  const chunks = await page.evaluate(encodeClip, { clip, picture: town.toString('base64') });
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source, { frameRate: clip.rate });
  await output.start();
  for (const [n, { base64, isKey, timestamp }] of chunks.entries()) {
    const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
    const packet = new EncodedPacket(bytes, isKey ? 'key' : 'delta', timestamp / 1e6, 1 / clip.rate);
    const meta = { decoderConfig: { codec: 'vp8', codedWidth: clip.width, codedHeight: clip.height } };
    await source.add(packet, n === 0 ? meta : undefined);
  }
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

export interface ClipFacts {
  readonly frames: number;
  readonly width: number;
  readonly height: number;
  /** In seconds. */
  readonly duration: number;
}

/** What a video file holds, by its packets. */
export async function factsOfClip(bytes: Uint8Array): Promise<ClipFacts> {
  const input = new Input({ formats: [WEBM, MP4], source: new InputBytes(bytes) });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('There is no video in it.');
  const { packetCount } = await track.computePacketStats();
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  return { frames: packetCount, width, height, duration: await track.computeDuration() };
}

/** Runs in the page. */
async function encodeClip({ clip, picture }: { clip: Clip; picture: string }): Promise<Chunk[]> {
  const { frames, rate, width, height } = clip;
  const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
  const town = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no room for a canvas.');
  const chunks: Chunk[] = [];
  const encoder = new VideoEncoder({
    output: chunk => {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      let text = '';
      for (const byte of data) text += String.fromCharCode(byte);
      chunks.push({ base64: btoa(text), isKey: chunk.type === 'key', timestamp: chunk.timestamp });
    },
    error: error => {
      throw error;
    },
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate: 2_000_000, latencyMode: 'quality' });
  let state = 7;
  for (let n = 0; n < frames; n++) {
    const time = n / rate;
    // The hand: slow waves of a few pixels, over a picture that is larger than what is seen of it.
    const scale = (1.25 * width) / town.width;
    const x = -0.12 * width + 0.03 * width * Math.sin(1.3 * time) + 0.008 * width * Math.sin(7 * time);
    const y = -0.1 * height + 0.03 * height * Math.sin(0.9 * time + 1);
    context.drawImage(town, x, y, town.width * scale, town.height * scale);
    const [headX, headY] = [width * (0.5 + 0.18 * Math.sin(0.8 * time)), height * 0.55];
    const r = height * 0.2;
    context.fillStyle = '#28486c';
    context.beginPath();
    context.ellipse(headX, height * 1.05, 1.7 * r, 1.5 * r, 0, 0, 7);
    context.fill();
    const skin = context.createRadialGradient(headX - r / 3, headY - r / 3, r / 8, headX, headY, 1.2 * r);
    skin.addColorStop(0, '#f2c9a5');
    skin.addColorStop(1, '#8f5a3c');
    context.fillStyle = skin;
    context.beginPath();
    context.ellipse(headX, headY, 0.8 * r, r, 0, 0, 7);
    context.fill();
    const seen = context.getImageData(0, 0, width, height);
    for (let at = 0; at < seen.data.length; at += 4) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const grain = (state / 2 ** 32 - 0.5) * 16;
      for (let c = 0; c < 3; c++) seen.data[at + c] = (seen.data[at + c] ?? 0) + grain;
    }
    context.putImageData(seen, 0, 0);
    const frame = new VideoFrame(canvas, {
      timestamp: Math.round(time * 1e6),
      duration: Math.round(1e6 / rate),
    });
    encoder.encode(frame, { keyFrame: n % 60 === 0 });
    frame.close();
    while (encoder.encodeQueueSize > 8) await new Promise(resolve => setTimeout(resolve, 1));
  }
  await encoder.flush();
  return chunks;
}
