/** The person's files that the worker was given, by reference: what a worker that begins has to be given first. */
import type { Client } from '../../runtime/host/client.ts';

const given = new Map<string, Blob>();
let client: Client | undefined;

export const isGiven = (reference: string): boolean => given.has(reference);

export const givenFile = (reference: string): Blob | undefined => given.get(reference);

/** To be called before the document names them. */
export function giveFiles(files: Readonly<Record<string, Blob>>): void {
  for (const [reference, blob] of Object.entries(files)) given.set(reference, blob);
  client?.supply(files);
}

export function connectFiles(connected: Client): void {
  client = connected;
  connected.supply(Object.fromEntries(given));
}
