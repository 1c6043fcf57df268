import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './blobs.ts';
import { writeDurably } from './durable.ts';

const HEX = 64;

/** Keeps something computed, under its own digest, below `derived/<shelf>`; gives its path in the case. */
export async function derive(root: string, shelf: string, bytes: Uint8Array): Promise<string> {
  const path = join('derived', shelf, digestOf(bytes).slice('sha256:'.length));
  await writeDurably(root, join(root, path), withDigest(bytes));
  return path;
}

/** The form of every file in `derived`: the SHA-256 of the rest, a line feed, the rest. */
export function withDigest(bytes: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${digestOf(bytes).slice('sha256:'.length)}\n`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  return whole;
}

/** The inverse of `withDigest`; `null` where the bytes are not what was written. */
export function withoutDigest(whole: Uint8Array): Uint8Array | null {
  const rest = whole.subarray(HEX + 1);
  const head = new TextDecoder('latin1').decode(whole.subarray(0, HEX + 1));
  return head === `${digestOf(rest).slice('sha256:'.length)}\n` ? rest : null;
}

/** What was kept under a path, or `null` where it is absent or damaged. */
export const derivedAt = (path: string): Promise<Uint8Array | null> =>
  readFile(path).then(
    (bytes) => withoutDigest(new Uint8Array(bytes)),
    () => null,
  );
