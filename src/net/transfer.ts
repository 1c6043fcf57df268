import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { HearsayError } from '../base/error.ts';
import { shown } from './address.ts';

/** Real pages pack to a tenth, rarely to a fiftieth; bombs to a thousandth. */
const MOST_RATIO = 200;
const NO_BOMB = 1024 * 1024;
const MOST_LAYERS = 2;

type Unpack = (bytes: Uint8Array, limit: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const gzipped: Unpack = promisify(gunzip);
const zlibbed: Unpack = promisify(inflate);
const deflated: Unpack = promisify(inflateRaw);

const UNPACK: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', gzipped],
  ['x-gzip', gzipped],
  ['br', promisify(brotliDecompress)],
  // RFC 9110, 8.4.1.2: zlib format is meant, but some servers send bare deflate.
  ['deflate', (bytes, limit) => (((bytes[0] ?? 0) & 0x0f) === 8 ? zlibbed(bytes, limit) : deflated(bytes, limit))],
]);

/** A body without its content codings (RFC 9110, 8.4), as long as that makes neither too much of it nor too much of little. */
export async function unpacked(
  body: Uint8Array,
  encodings: readonly string[],
  url: string,
  most: number,
): Promise<Uint8Array> {
  const layers = encodings
    .flatMap((value) => value.split(','))
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '' && one !== 'identity');
  if (body.length === 0) return body;
  if (layers.length > MOST_LAYERS) throw unreadable(url, `it is packed ${layers.length} times over`);
  const maxOutputLength = Math.min(most, Math.max(NO_BOMB, body.length * MOST_RATIO));
  let bytes = body;
  for (const layer of layers.reverse()) {
    const unpack = UNPACK.get(layer);
    if (!unpack) throw unreadable(url, `it is packed as ${shown(layer)}, which is not known`);
    try {
      bytes = await unpack(bytes, { maxOutputLength });
    } catch (cause) {
      const isBomb = cause instanceof RangeError;
      throw isBomb ? bomb(url, maxOutputLength) : unreadable(url, 'its packing is broken', cause);
    }
  }
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const NEXT = 'save the page by hand and add the file';

const bomb = (url: string, limit: number): HearsayError =>
  new HearsayError('too-large', `${shown(url)} is not captured: unpacked it has more than ${limit} bytes; ${NEXT}`);

const unreadable = (url: string, why: string, cause?: unknown): HearsayError =>
  new HearsayError('network', `${shown(url)} is not captured: ${why}; ${NEXT}`, { cause });
