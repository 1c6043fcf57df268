import { Flaw } from './flaw.ts';

/** Little-endian numbers of a file, by their place; a place beyond the file is a named error. */
export class View {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get size(): number {
    return this.bytes.length;
  }

  u16(at: number): number {
    this.#reach(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.#reach(at, 4);
    return this.#view.getUint32(at, true);
  }

  /** Eight bytes; a number that no file can have is refused. */
  u64(at: number): number {
    const value = this.u32(at) + this.u32(at + 4) * 0x1_0000_0000;
    if (!Number.isSafeInteger(value)) throw new Flaw('malformed', 'a number is larger than any file', at, at + 8);
    return value;
  }

  slice(start: number, end: number): Uint8Array {
    if (end < start) throw new Flaw('malformed', 'a field ends before it starts', end, start);
    this.#reach(start, end - start);
    return this.bytes.subarray(start, end);
  }

  #reach(at: number, length: number): void {
    if (at < 0 || at + length > this.bytes.length)
      throw new Flaw(
        'truncated',
        'a field reaches past the end of the file',
        Math.max(0, at),
        Math.max(0, at + length),
      );
  }
}
