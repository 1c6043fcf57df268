import { bytesOf, type Folded } from './fold.ts';

/** Hashes of stretches of a text, and where in the folded text each starts. */
export interface Fingerprint {
  readonly hashes: Uint32Array;
  readonly starts: Int32Array;
}

/** Length of a hashed stretch in bytes of UTF-8: 24 Latin letters, 8 Han, with no tokeniser and no guess at the language. */
export const GRAM_BYTES = 24;

/** A run of this many bytes more than a gram always leaves a fingerprint (Schleimer, Wilkerson and Aiken 2003). */
export const WINDOW_BYTES = 24;

/** The winnowed fingerprints of a folded text: fewer with a wider window, and all of them among those of a narrower one. */
export const fingerprint = (text: Pick<Folded, 'units'>, window: number = WINDOW_BYTES): Fingerprint =>
  winnow(text.units, gramsOf(text.units), window);

/** The hash of every stretch of `size` bytes: a stretch begins at each unit that has as many bytes after it. */
export const grams = ({ units }: Pick<Folded, 'units'>, size: number): Fingerprint =>
  roll(units, size, newRoom(units.length));

/** A text is often asked for in several windows, one after the other: its hashes are the same. */
let latest: { readonly units: Uint16Array; readonly grams: Fingerprint } | undefined;

function gramsOf(units: Uint16Array): Fingerprint {
  if (latest?.units === units) return latest.grams;
  latest = undefined;
  const grams = roll(units, GRAM_BYTES, roomFor(units.length));
  if (units.length <= COMMON) latest = { units, grams };
  return grams;
}

/** What is looked at and thrown away goes to the same room each time: to make it for each text costs as much as the hashes. */
function roomFor(length: number): Fingerprint {
  if (length > COMMON) return newRoom(length);
  common ??= newRoom(COMMON);
  return common;
}

const COMMON = 1 << 17;
let common: Fingerprint | undefined;

const newRoom = (length: number): Fingerprint => ({ hashes: new Uint32Array(length), starts: new Int32Array(length) });

function roll(units: Uint16Array, size: number, { hashes, starts }: Fingerprint): Fingerprint {
  const powers = powersUpTo(size);
  let count = 0;
  let hash = 0;
  let bytes = 0;
  let start = 0;
  let least = bytesOf(units[0] ?? 0);
  let last = -1;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] ?? 0;
    hash = (Math.imul(hash, BASE) + unit + 1) | 0;
    bytes += bytesOf(unit);
    while (bytes - least >= size) {
      hash = (hash - Math.imul((units[start] ?? 0) + 1, powers[i - start] ?? 0)) | 0;
      bytes -= least;
      least = bytesOf(units[++start] ?? 0);
    }
    if (bytes < size || last === start) continue;
    hashes[count] = mix(hash);
    starts[count++] = start;
    last = start;
  }
  return { hashes: hashes.subarray(0, count), starts: starts.subarray(0, count) };
}

const BASE = 0x01000193;

const known = new Map<number, Int32Array>();

function powersUpTo(size: number): Int32Array {
  const made = known.get(size);
  if (made !== undefined) return made;
  const powers = new Int32Array(size + 1).fill(1);
  for (let i = 1; i <= size; i++) powers[i] = Math.imul(powers[i - 1] ?? 1, BASE);
  known.set(size, powers);
  return powers;
}

/** The finaliser of MurmurHash3: low bits of a polynomial hash are poor minima. */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Keeps the least hash of each window; of equal ones the last (robust winnowing keeps the choice stable). */
function winnow(units: Uint16Array, { hashes, starts }: Fingerprint, window: number): Fingerprint {
  const kept = placesFor(hashes.length);
  let count = 0;
  let chosen = -1;
  let least = 0;
  let left = 0;
  let bytes = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0;
    bytes += bytesOf(units[starts[i] ?? 0] ?? 0);
    while (bytes > window && left < i) bytes -= bytesOf(units[starts[left++] ?? 0] ?? 0);
    if (chosen < left) {
      chosen = leastIn(hashes, left, i);
      least = hashes[chosen] ?? 0;
    } else if (hash <= least) {
      chosen = i;
      least = hash;
    }
    if (bytes + 3 > window && (count === 0 || kept[count - 1] !== chosen)) kept[count++] = chosen;
  }
  if (count === 0 && hashes.length > 0) kept[count++] = leastIn(hashes, 0, hashes.length - 1);
  const found = { hashes: new Uint32Array(count), starts: new Int32Array(count) };
  for (let i = 0; i < count; i++) {
    found.hashes[i] = hashes[kept[i] ?? 0] ?? 0;
    found.starts[i] = starts[kept[i] ?? 0] ?? 0;
  }
  return found;
}

function placesFor(length: number): Int32Array {
  if (length > COMMON) return new Int32Array(length);
  places ??= new Int32Array(COMMON);
  return places;
}

let places: Int32Array | undefined;

function leastIn(hashes: Uint32Array, from: number, to: number): number {
  let chosen = from;
  let least = hashes[from] ?? 0;
  for (let i = from + 1; i <= to; i++) {
    const hash = hashes[i] ?? 0;
    if (hash > least) continue;
    chosen = i;
    least = hash;
  }
  return chosen;
}
