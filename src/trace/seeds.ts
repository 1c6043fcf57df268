import { grams } from './fingerprint.ts';
import { bytesOf, type Folded } from './fold.ts';

/** Length of a seed in bytes: 15 Latin letters, 5 Han. */
export const SEED_BYTES = 15;
/** A seed that stands at more places than this is a formula; its neighbours will do. */
const MOST_PLACES = 48;
/** Of a longer text only some seeds are kept, chosen by their hash, so that a short text's seeds still meet them. */
const MOST_SEEDS = 1 << 20;

/** A folded text with the short stretches from which equal ones grow. */
export interface Seeded {
  readonly folded: Folded;
  readonly seeds: Seeds;
}

/** The seeds of a folded text. */
export const seedsOf = (folded: Folded): Seeds => new Seeds(folded);

/** All short stretches of a text and where each stands: a hash table of typed arrays, made when first asked. */
export class Seeds {
  private readonly folded: Folded;
  private found: Table | undefined;

  constructor(folded: Folded) {
    this.folded = folded;
  }

  get table(): Table {
    this.found ??= tableOf(this.folded);
    return this.found;
  }
}

/** Seeds by hash: `heads` by low bits, `link` to the next other hash, `first` and `same` through the places of one hash. */
export interface Table {
  readonly hashes: Uint32Array;
  readonly starts: Int32Array;
  readonly heads: Int32Array;
  readonly link: Int32Array;
  readonly first: Int32Array;
  readonly same: Int32Array;
  /** How many places a hash has; one more than `MOST_PLACES` stands for too many. */
  readonly places: Uint8Array;
  /** A bit for each hash that is there: most that are asked for are not, and the whole filter stays near. */
  readonly filter: Uint32Array;
}

/** The last place of a hash stands for it: its entry in `first` and `places`; -1 where it is absent or stands too often. */
export function entryOf(table: Table, hash: number): number {
  const { hashes, heads, link, places, filter } = table;
  const bit = (hash >>> 8) & (filter.length * 32 - 1);
  if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return -1;
  let at = heads[hash & (heads.length - 1)] ?? -1;
  while (at >= 0 && hashes[at] !== hash) at = link[at] ?? -1;
  return at >= 0 && (places[at] ?? 0) <= MOST_PLACES ? at : -1;
}

function tableOf(folded: Folded): Table {
  const { hashes, starts } = sampled(folded);
  const count = hashes.length;
  const mask = 2 ** Math.ceil(Math.log2(count + 2)) - 1;
  const heads = new Int32Array(mask + 1).fill(-1);
  const link = new Int32Array(count);
  const first = new Int32Array(count);
  const same = new Int32Array(count).fill(-1);
  const places = new Uint8Array(count);
  const filter = new Uint32Array(Math.max(1, (mask + 1) >> 2));
  for (let i = count - 1; i >= 0; i--) {
    const slot = (hashes[i] ?? 0) & mask;
    let entry = heads[slot] ?? -1;
    while (entry >= 0 && hashes[entry] !== hashes[i]) entry = link[entry] ?? -1;
    if (entry < 0) {
      link[i] = heads[slot] ?? -1;
      heads[slot] = i;
      entry = i;
    } else same[i] = first[entry] ?? -1;
    const bit = ((hashes[i] ?? 0) >>> 8) & (filter.length * 32 - 1);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    first[entry] = i;
    places[entry] = Math.min(MOST_PLACES + 1, (places[entry] ?? 0) + 1);
  }
  return { hashes, starts, heads, link, first, same, places, filter };
}

function sampled(folded: Folded): { readonly hashes: Uint32Array; readonly starts: Int32Array } {
  const all = grams(folded, SEED_BYTES);
  let every = 1;
  while (all.hashes.length / every > MOST_SEEDS) every *= 2;
  if (every === 1) return all;
  const hashes = new Uint32Array(all.hashes.length);
  const starts = new Int32Array(all.hashes.length);
  let count = 0;
  for (let i = 0; i < hashes.length; i++) {
    const hash = all.hashes[i] ?? 0;
    if ((hash >>> 8) % every !== 0) continue;
    hashes[count] = hash;
    starts[count++] = all.starts[i] ?? 0;
  }
  return { hashes: hashes.slice(0, count), starts: starts.slice(0, count) };
}

/** Whether a stretch is as long as a seed; letters of all scripts count by their bytes. */
export function holdsSeed(units: Uint16Array, from: number, length: number): boolean {
  let bytes = 0;
  for (let i = from; i < from + length && bytes < SEED_BYTES; i++) bytes += bytesOf(units[i] ?? 0);
  return bytes >= SEED_BYTES;
}
