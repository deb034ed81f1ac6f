/**
 * A server on this machine that gives files as real ones do, with and without parts, and misbehaves where a
 * test tells it to. It counts what it was asked for and what it sent.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export interface Asked {
  readonly path: string;
  readonly range: string | undefined;
  /** Of the body, as far as the connection took them. */
  sent: number;
}

export interface Served {
  readonly bytes: Uint8Array;
  /** False: gives the whole file whatever is asked. */
  readonly ranges?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Does what it likes in place of an answer; false where the usual answer is to be given. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse, asked: number) => boolean;
}

export interface WeightsServer {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  /** In the order of the requests. */
  readonly asked: Asked[];
  /** What it serves; a test may change it. */
  readonly files: Map<string, Served>;
}

const chunk = 64 * 1024;

/** Gives `files` by their paths, such as `/vgg19.safetensors`, until the test is over. */
export async function serve(files: Readonly<Record<string, Served>>): Promise<WeightsServer> {
  const served = new Map(Object.entries(files));
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const record: Asked = { path, range: request.headers.range, sent: 0 };
    asked.push(record);
    const file = served.get(path);
    if (!file) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>No</h1>');
    if (file.instead?.(request, response, asked.length - 1)) return;
    answer(file, record, response).catch(() => response.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, files: served };
}

async function answer(file: Served, record: Asked, response: ServerResponse): Promise<void> {
  const { bytes, ranges = true, headers = {} } = file;
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(record.range ?? '') ?? [];
  if (!ranges || from === '') {
    response.writeHead(200, { 'content-length': bytes.length, ...headers });
    return send(bytes, record, response);
  }
  const [start, end] = [Number(from), Math.min(Number(to), bytes.length - 1)];
  if (start > end) {
    return void response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  }
  response.writeHead(206, {
    'content-length': end - start + 1,
    'content-range': `bytes ${start}-${end}/${bytes.length}`,
    ...headers,
  });
  return send(bytes.subarray(start, end + 1), record, response);
}

/** As fast as the other side takes it and no faster, so that `sent` means something. */
async function send(bytes: Uint8Array, record: Asked, response: ServerResponse): Promise<void> {
  for (let at = 0; at < bytes.length && !response.destroyed; at += chunk) {
    const part = bytes.subarray(at, at + chunk);
    record.sent += part.length;
    if (!response.write(part)) await drained(response);
  }
  response.end();
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const settle = (): void => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });
}

/** How many bytes the server sent in answer to all that it was asked. */
export const sentBy = ({ asked }: WeightsServer): number => asked.reduce((sum, { sent }) => sum + sent, 0);

/** Sends headers that promise `promised` bytes, then `bytes`, then nothing: the line stays open, or breaks. */
export const stopsAfter =
  (bytes: Uint8Array, promised: number, end: 'break' | 'stall', status = 200) =>
  (_: IncomingMessage, response: ServerResponse): boolean => {
    response.writeHead(status, { 'content-length': promised });
    response.write(bytes);
    if (end === 'break') later(20).then(() => response.destroy());
    return true;
  };

/** `length` bytes of which each says where it is. */
export const numbered = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8) * 7) & 0xff);
