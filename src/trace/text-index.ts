import { HearsayError } from '../base/error.ts';
import { type Entry, readIndex, writeIndex } from './index-bytes.ts';
import { CARRIERS, Postings } from './postings.ts';

/** A text that shares fingerprints with the one asked about. */
export interface Candidate {
  readonly id: string;
  /** How many fingerprints both have. */
  readonly shared: number;
  /** The same, a rare fingerprint counting more than one of many carriers. */
  readonly weight: number;
}

/** Texts compared with each text for what they share word for word. */
const BEST = 10;

/**
 * Which texts share fingerprints. What it answers depends on what was added, never on the order of adding; joining two
 * indexes gives what adding all to one would have given.
 */
export class TextIndex {
  private readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private froms = new Float64Array(16);
  private shared = new Uint32Array(16);
  private weights = new Uint32Array(16);
  private readonly postings = new Postings((a, b) => this.compare(a, b));
  private readonly carriers = new Uint32Array(CARRIERS);

  /** How many texts it holds. */
  get size(): number {
    return this.ids.length;
  }

  has(id: string): boolean {
    return this.numbers.has(id);
  }

  /** Adds a text by the hashes of its fingerprints. An id stands for one text: where it is known nothing happens. */
  add(entry: Entry, hashes: Iterable<number>): void {
    if (this.numbers.has(entry.id)) return;
    const doc = this.enrol(entry);
    for (const hash of hashes) this.postings.put(hash, doc);
  }

  /** The texts that share most with these hashes, best first; only those before one text, where `before` names it. */
  candidates(hashes: Iterable<number>, { most = BEST, before = null as string | null } = {}): readonly Candidate[] {
    const limit = before === null ? undefined : this.numbers.get(before);
    const touched: number[] = [];
    for (const hash of distinct(hashes)) {
      const count = this.postings.carriers(hash, this.carriers);
      for (let i = 0; i < count; i++) {
        const doc = this.carriers[i] ?? 0;
        if (limit !== undefined && this.compare(doc, limit) >= 0) break;
        if (this.shared[doc] === 0) touched.push(doc);
        this.shared[doc] = (this.shared[doc] ?? 0) + 1;
        this.weights[doc] = (this.weights[doc] ?? 0) + (RARITY[count] ?? 1);
      }
    }
    const best = this.best(touched, most);
    const found = best.map((doc) => ({
      id: this.ids[doc] ?? '',
      shared: this.shared[doc] ?? 0,
      weight: this.weights[doc] ?? 0,
    }));
    for (const doc of touched) this.shared[doc] = this.weights[doc] = 0;
    return found;
  }

  /**
   * The few of greatest weight, in order: most texts touched share one phrase, so few are ever moved. One fingerprint alone,
   * be it ever so rare, stands behind several: the more texts there are, the more share one by chance.
   */
  private best(touched: readonly number[], most: number): readonly number[] {
    const best: number[] = [];
    const alone = (doc: number): boolean => (this.shared[doc] ?? 0) === 1;
    const behind = (a: number, b: number): boolean => {
      if (alone(a) !== alone(b)) return alone(a);
      const [x, y] = [this.weights[a] ?? 0, this.weights[b] ?? 0];
      return x < y || (x === y && this.compare(a, b) > 0);
    };
    for (const doc of touched) {
      const last = best.at(-1);
      if (best.length >= most && (last === undefined || behind(doc, last))) continue;
      let at = best.length < most ? best.length : best.length - 1;
      for (; at > 0 && behind(best[at - 1] ?? 0, doc); at--) best[at] = best[at - 1] ?? 0;
      best[at] = doc;
    }
    return best;
  }

  /** Takes in all that another index holds. */
  merge(other: TextIndex): void {
    const numbers = other.ids.map((id, doc) => this.numbers.get(id) ?? this.enrol({ id, from: other.froms[doc] ?? 0 }));
    other.postings.each((hash, doc) => this.postings.put(hash, numbers[doc] ?? 0));
  }

  /** All of it as bytes: the same bytes for the same texts. */
  save(): Uint8Array {
    const order = [...this.ids.keys()].sort((a, b) => this.compare(a, b));
    const ranks = new Uint32Array(order.length);
    order.forEach((doc, rank) => {
      ranks[doc] = rank;
    });
    return writeIndex(
      order.map((doc) => ({ id: this.ids[doc] ?? '', from: this.froms[doc] ?? 0 })),
      this.postings.sizes(),
      (visit) => this.postings.each((hash, doc) => visit(hash, ranks[doc] ?? 0)),
    );
  }

  /** The index that was saved; bytes that are cut short or changed are refused with a `bad-index` error. */
  static open(bytes: Uint8Array): TextIndex {
    const index = new TextIndex();
    readIndex(bytes, {
      entry: (entry) => {
        if (index.numbers.has(entry.id))
          throw new HearsayError('bad-index', `the index names ${entry.id} twice; make it again`);
        index.enrol(entry);
      },
      postings: (hashes, docs, count) => index.postings.fill(hashes, docs, count),
    });
    return index;
  }

  private enrol({ id, from }: Entry): number {
    const doc = this.ids.push(id) - 1;
    this.numbers.set(id, doc);
    if (doc >= this.froms.length) {
      this.froms = widened(this.froms, new Float64Array(doc * 2));
      this.shared = widened(this.shared, new Uint32Array(doc * 2));
      this.weights = widened(this.weights, new Uint32Array(doc * 2));
    }
    this.froms[doc] = from;
    return doc;
  }

  private compare(a: number, b: number): number {
    if (a === b) return 0;
    const [x, y] = [this.froms[a] ?? 0, this.froms[b] ?? 0];
    if (x !== y) return x < y ? -1 : 1;
    return (this.ids[a] ?? '') < (this.ids[b] ?? '') ? -1 : 1;
  }
}

/** What a shared fingerprint of so many carriers says: one in two texts eight times what one in sixteen says. */
const RARITY = Array.from({ length: CARRIERS + 1 }, (_, carriers) => Math.round(16 / Math.max(1, carriers)));

const distinct = (hashes: Iterable<number>): ReadonlySet<number> => new Set(hashes);

function widened<T extends Float64Array | Uint32Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
