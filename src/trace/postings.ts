/** Of a fingerprint that more texts share, this many earliest carriers stand for all: never dropped, never quadratic. */
export const CARRIERS = 16;

/** Which of two documents comes first, below 0 for the first: a strict order, the same for whoever asks. */
export type Earlier = (a: number, b: number) => number;

/**
 * Fingerprints and the documents that carry them. Each shard is an ordered hash table (Amble and Knuth 1974): an array sorted
 * by hash with gaps, so what is in it and where depends on what was put in, never on the order of putting (Blelloch and
 * Golovin 2007), and it is read out in order without sorting. Of each hash only the earliest carriers are kept, so that to
 * put or to find one more viral text costs no more than the first.
 */
export class Postings {
  private readonly shards: (Shard | undefined)[] = new Array<Shard | undefined>(SHARDS);
  private readonly earlier: Earlier;

  constructor(earlier: Earlier) {
    this.earlier = earlier;
  }

  /** How many postings there are for each top byte of a hash. */
  sizes(): readonly number[] {
    return Array.from(this.shards, (shard) => shard?.size ?? 0);
  }

  put(hash: number, doc: number): void {
    this.shard(hash >>> 24).put(hash, doc, this.earlier);
  }

  /** Writes the carriers of a hash into `out`, earliest first, and says how many there are: at most `CARRIERS`. */
  carriers(hash: number, out: Uint32Array): number {
    return this.shards[hash >>> 24]?.carriers(hash, out) ?? 0;
  }

  /** All postings in order of hash, then earliest first. */
  each(visit: (hash: number, doc: number) => void): void {
    for (const shard of this.shards) shard?.each(visit);
  }

  /** Takes postings that come in the order of `each`, `count` of them with the same top byte. */
  fill(hashes: Uint32Array, docs: Uint32Array, count: number): void {
    if (count > 0) this.shard((hashes[0] ?? 0) >>> 24).fill(hashes, docs, count);
  }

  private shard(at: number): Shard {
    let shard = this.shards[at];
    if (shard === undefined) {
      shard = new Shard();
      this.shards[at] = shard;
    }
    return shard;
  }
}

const SHARDS = 256;
/** Fuller tables make long clusters. */
const FULL = 0.75;
const GROWTH = 1.5;
const BELOW_TOP = 2 ** 24;

/** One sorted array with gaps. A slot is a hash and a document, one more than its number: 0 is a gap. */
class Shard {
  size = 0;
  /** Homes: where a hash wants to stand. Behind them is room for what the last cluster pushes out. */
  private homes = 16;
  private slots = new Uint32Array(2 * (16 + SLACK));

  put(hash: number, doc: number, earlier: Earlier): void {
    if (this.size + 1 > this.homes * FULL) this.widen(Math.ceil(this.homes * GROWTH), SLACK);
    const { slots } = this;
    let at = this.first(hash);
    let run = 0;
    while (slots[at + 1] !== 0 && slots[at] === hash) {
      const order = earlier((slots[at + 1] ?? 0) - 1, doc);
      if (order === 0) return;
      if (order > 0) break;
      at += 2;
      if (++run === CARRIERS) return;
    }
    this.insert(at, hash, doc + 1, CARRIERS - run);
  }

  carriers(hash: number, out: Uint32Array): number {
    const { slots } = this;
    let at = this.first(hash);
    let count = 0;
    for (; slots[at + 1] !== 0 && slots[at] === hash; at += 2) out[count++] = (slots[at + 1] ?? 0) - 1;
    return count;
  }

  each(visit: (hash: number, doc: number) => void): void {
    const { slots } = this;
    for (let at = 0; at < slots.length; at += 2) {
      if (slots[at + 1] !== 0) visit(slots[at] ?? 0, (slots[at + 1] ?? 0) - 1);
    }
  }

  fill(hashes: Uint32Array, docs: Uint32Array, count: number): void {
    while (this.homes * FULL < count) this.homes = Math.ceil(this.homes * GROWTH);
    this.lay(this.homes, SLACK, hashes, docs, count);
  }

  private home(hash: number): number {
    return 2 * Math.floor(((hash & (BELOW_TOP - 1)) * this.homes) / BELOW_TOP);
  }

  /** Where a hash stands or would stand. The last slot is always a gap, so this ends. */
  private first(hash: number): number {
    const { slots } = this;
    let at = this.home(hash);
    while (slots[at + 1] !== 0 && (slots[at] ?? 0) < hash) at += 2;
    return at;
  }

  /** Moves what stands from `at` on by one slot, up to a gap, or to the place of the last carrier that is one too many. */
  private insert(at: number, hash: number, mark: number, room: number): void {
    let end = at;
    for (let left = room; this.slots[end + 1] !== 0; end += 2) {
      if (this.slots[end] === hash && --left === 0) break;
    }
    if (end + 2 >= this.slots.length) {
      this.widen(this.homes, this.slots.length - 2 * this.homes);
      this.insert(this.first(hash) + 2 * (CARRIERS - room), hash, mark, room);
      return;
    }
    const { slots } = this;
    if (slots[end + 1] === 0) this.size++;
    slots.copyWithin(at + 2, at, end);
    slots[at] = hash;
    slots[at + 1] = mark;
  }

  private widen(homes: number, slack: number): void {
    const [hashes, docs] = [new Uint32Array(this.size), new Uint32Array(this.size)];
    let count = 0;
    this.each((hash, doc) => {
      hashes[count] = hash;
      docs[count++] = doc;
    });
    this.lay(homes, slack, hashes, docs, count);
  }

  /** Lays sorted postings out anew, each at its home or as soon after it as there is room. */
  private lay(homes: number, slack: number, hashes: Uint32Array, docs: Uint32Array, count: number): void {
    this.homes = homes;
    this.size = count;
    let slots = new Uint32Array(2 * (homes + slack));
    let next = 0;
    for (let i = 0; i < count; i++) {
      const at = Math.max(next, this.home(hashes[i] ?? 0));
      if (at + 2 >= slots.length) {
        const wider = new Uint32Array(slots.length + 2 * (count - i) + 2 * slack);
        wider.set(slots);
        slots = wider;
      }
      slots[at] = hashes[i] ?? 0;
      slots[at + 1] = (docs[i] ?? 0) + 1;
      next = at + 2;
    }
    this.slots = slots;
  }
}

const SLACK = 32;
