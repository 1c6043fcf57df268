import { HearsayError } from '../base/error.ts';
import { checksum } from './checksum.ts';

/** A text in the index: its name, and the earliest instant at which it may have been published; infinite where unknown. */
export interface Entry {
  readonly id: string;
  readonly from: number;
}

/*
 * An index as bytes, numbers little-endian:
 *   "hearsay\x01"  bytes in all (8)  checksum of the rest (4)
 *   texts (varint), then for each, earliest first: from (8), units of its id (varint), each of them (varint)
 *   for each of 256 top bytes of a hash: postings (varint), then for each in order:
 *     step from the hash before (varint), text (varint), or where the hash is the same the step from the text before
 */
const MAGIC = [0x68, 0x65, 0x61, 0x72, 0x73, 0x61, 0x79, 0x01];
const HEAD = 20;
const SHARDS = 256;

/** Writes entries, earliest first, and postings in order of their hashes. */
export function writeIndex(
  entries: readonly Entry[],
  sizes: readonly number[],
  each: (visit: (hash: number, doc: number) => void) => void,
): Uint8Array {
  const out = new Writer();
  out.varint(entries.length);
  for (const { id, from } of entries) {
    out.double(from);
    out.varint(id.length);
    for (let i = 0; i < id.length; i++) out.varint(id.charCodeAt(i));
  }
  let shard = -1;
  let before = 0;
  let last = 0;
  const begin = (next: number): void => {
    while (shard < next) out.varint(sizes[++shard] ?? 0);
  };
  each((hash, doc) => {
    const first = hash >>> 24 !== shard;
    if (first) {
      begin(hash >>> 24);
      before = shard * 2 ** 24;
    }
    out.varint(hash - before);
    out.varint(!first && hash === before ? doc - last : doc);
    before = hash;
    last = doc;
  });
  begin(SHARDS - 1);
  return out.done();
}

/** Reads what `writeIndex` wrote; anything else is a `bad-index` error. */
export function readIndex(
  bytes: Uint8Array,
  take: {
    readonly entry: (entry: Entry) => void;
    /** Postings of one top byte in order; the arrays are used again for the next. */
    readonly postings: (hashes: Uint32Array, docs: Uint32Array, count: number) => void;
  },
): void {
  checkHead(bytes);
  const input = new Reader(bytes);
  const entries = input.varint();
  for (let i = 0; i < entries; i++) {
    const from = input.double();
    take.entry({ id: input.units(input.varint()), from });
  }
  let hashes = new Uint32Array(0);
  let docs = new Uint32Array(0);
  for (let shard = 0; shard < SHARDS; shard++) {
    const count = input.varint();
    // A posting takes two bytes at least: no count can ask for more room than the file has.
    if (count * 2 > input.left) throw damaged();
    if (count > hashes.length) [hashes, docs] = [new Uint32Array(count), new Uint32Array(count)];
    let hash = shard * 2 ** 24;
    for (let i = 0; i < count; i++) {
      const step = input.varint();
      const doc = input.varint() + (step === 0 && i > 0 ? (docs[i - 1] ?? 0) : 0);
      hash += step;
      if (hash >= (shard + 1) * 2 ** 24 || doc >= entries) throw damaged();
      hashes[i] = hash;
      docs[i] = doc;
    }
    take.postings(hashes, docs, count);
  }
  if (input.left !== 0) throw damaged();
}

function checkHead(bytes: Uint8Array): void {
  if (bytes.length < HEAD || MAGIC.some((byte, at) => bytes[at] !== byte)) {
    throw new HearsayError('bad-index', 'this is no index of texts, or only its beginning; make it again');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(8, true) + view.getUint32(12, true) * 2 ** 32;
  if (length !== bytes.length) {
    const what = length > bytes.length ? 'is cut short' : 'has more bytes than it says';
    throw new HearsayError('bad-index', `the index ${what} (${bytes.length} of ${length} bytes); make it again`);
  }
  if (view.getUint32(16, true) !== checksum(bytes.subarray(HEAD))) throw damaged();
}

const damaged = (): HearsayError =>
  new HearsayError('bad-index', 'the index is damaged: its checksum does not fit its bytes; make it again');

/** Bytes that grow. */
class Writer {
  private bytes = new Uint8Array(1 << 12);
  private at = HEAD;
  private readonly eight = new DataView(new ArrayBuffer(8));

  byte(value: number): void {
    if (this.at === this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    this.bytes[this.at++] = value;
  }

  varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest & 0x7f) | 0x80);
    this.byte(rest);
  }

  double(value: number): void {
    this.eight.setFloat64(0, value, true);
    for (let i = 0; i < 8; i++) this.byte(this.eight.getUint8(i));
  }

  done(): Uint8Array {
    const bytes = this.bytes.subarray(0, this.at);
    const view = new DataView(bytes.buffer);
    bytes.set(MAGIC);
    view.setUint32(8, this.at >>> 0, true);
    view.setUint32(12, Math.floor(this.at / 2 ** 32), true);
    view.setUint32(16, checksum(bytes.subarray(HEAD)), true);
    return bytes;
  }
}

/** Bytes read from the front. */
class Reader {
  private at = HEAD;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  varint(): number {
    let value = 0;
    for (let place = 1; place <= 2 ** 42; place *= 0x80) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw damaged();
      value += (byte & 0x7f) * place;
      if (byte < 0x80) return value;
    }
    throw damaged();
  }

  double(): number {
    if (this.left < 8) throw damaged();
    this.at += 8;
    return this.view.getFloat64(this.at - 8, true);
  }

  units(count: number): string {
    if (this.left < count) throw damaged();
    let out = '';
    for (let i = 0; i < count; i++) out += String.fromCharCode(this.varint());
    return out;
  }
}
