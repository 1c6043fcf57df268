import { type Features, sizeOf } from './features.ts';
import { apart, TURNS, type Turn, turned, WORDS } from './patch.ts';

/**
 * Pictures by their patches: each patch stands under some samples of its bits (Indyk and Motwani, 1998), so that one
 * that looks alike is found without comparing all; those that lie together in the same way as in the picture asked
 * for make a lead (a Hough vote, Lowe 2004). What stands in very many pictures, like an app's buttons, is none.
 */
export interface FeatureIndex {
  readonly add: (features: Features) => void;
  /** The pictures that may show the same as this one, likeliest first. */
  readonly like: (features: Features, least?: number) => readonly Lead[];
}

/** A picture that may show the same. */
export interface Lead {
  /** Its number in order of adding. */
  readonly picture: number;
  /** How one of the two has to be turned for that, as far as patches tell. */
  readonly turns: readonly Turn[];
}

const TABLES = 6;
/** Bits of a sample. */
const SAMPLE = 36;
/** A sample with fewer ones is of a patch with little to see. */
const LEAST_ONES = 7;
const CROWDED = 128;
const ALIKE = 0.16;
/** Patches that must lie together. */
const TOGETHER = 6;
/** Pixels that they may lie apart from where they are expected. */
const CELL = 60;

const SAMPLES = samples();

/** Which bits make each sample: word and place, by a fixed draw. */
function samples(): Uint8Array {
  const out = new Uint8Array(TABLES * SAMPLE);
  let state = 1;
  for (let at = 0; at < out.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out[at] = state >>> 24;
  }
  return out;
}

export function featureIndex(): FeatureIndex {
  const tables = Array.from({ length: TABLES }, () => new Map<number, number[]>());
  const all: Features[] = [];
  return {
    add(features) {
      const picture = all.push(features) - 1;
      eachKey(features.words, features.count, (table, key, patch) => {
        const bucket = tables[table]?.get(key);
        if (!bucket) tables[table]?.set(key, [picture * 1024 + patch]);
        else if (bucket.length < CROWDED) bucket.push(picture * 1024 + patch);
      });
    },
    like(features, least = TOGETHER) {
      const found = new Map<number, { most: number; turns: readonly Turn[] }>();
      for (const turn of TURNS) {
        for (const [picture, votes] of leads(features, turn, tables, all)) {
          if (votes < least) continue;
          const { most, turns } = found.get(picture) ?? { most: 0, turns: [] };
          found.set(picture, { most: Math.max(most, votes), turns: [...turns, turn] });
        }
      }
      return [...found]
        .sort(([p, a], [q, b]) => b.most - a.most || p - q)
        .map(([picture, { turns }]) => ({ picture, turns }));
    },
  };
}

/** The most patches of each picture that lie together as they do in the turned one. */
function leads(
  features: Features,
  turn: Turn,
  tables: readonly ReadonlyMap<number, readonly number[]>[],
  all: readonly Features[],
): ReadonlyMap<number, number> {
  const words = turned(features.words, turn);
  const seen = new Set<number>();
  const cells = new Map<number, number>();
  const most = new Map<number, number>();
  eachKey(words, features.count, (table, key, patch) => {
    const bucket = tables[table]?.get(key) ?? [];
    if (bucket.length >= CROWDED) return;
    for (const mark of bucket) {
      const picture = Math.floor(mark / 1024);
      const other = all[picture];
      if (!other || seen.has(picture * 1024 + patch)) continue;
      const there = mark % 1024;
      const ones = (features.ones[patch] ?? 0) + (other.ones[there] ?? 0);
      if (apart(words, patch * WORDS, other.words, there * WORDS) > ALIKE * ones) continue;
      seen.add(picture * 1024 + patch);
      for (const cell of cellsOf(features, patch, other, there, turn)) {
        const vote = picture * CELLS + cell;
        const votes = (cells.get(vote) ?? 0) + 1;
        cells.set(vote, votes);
        if (votes > (most.get(picture) ?? 0)) most.set(picture, votes);
      }
    }
  });
  return most;
}

/** Cells to a side, and of one picture in all: sizes, shifts to the right and down, and four ways to divide them. */
const SHIFTS = 4096;
const CELLS = 32 * SHIFTS * SHIFTS * 4;

/** The cells of size and shift that a meeting of two patches votes for: overlapping, so that none is split at a border. */
function cellsOf(ours: Features, patch: number, theirs: Features, there: number, turn: Turn): readonly number[] {
  const levels = (theirs.level[there] ?? 0) - (ours.level[patch] ?? 0);
  const grow = sizeOf(theirs, there) / sizeOf(ours, patch);
  const x = ours.x[patch] ?? 0;
  const right = (theirs.x[there] ?? 0) - grow * (turn.mirrored ? ours.width - 1 - x : x);
  const down = (theirs.y[there] ?? 0) - grow * (ours.y[patch] ?? 0);
  const cell = CELL * Math.max(1, grow);
  const [u, v] = [right / cell + SHIFTS / 2, down / cell + SHIFTS / 2];
  const number = (dx: number, dy: number): number =>
    (((levels + 16) * SHIFTS + (Math.floor(u + dx) % SHIFTS)) * SHIFTS + (Math.floor(v + dy) % SHIFTS)) * 4 +
    (2 * dx + 4 * dy);
  return [number(0, 0), number(0, 0.5), number(0.5, 0), number(0.5, 0.5)];
}

function eachKey(words: Uint32Array, count: number, visit: (table: number, key: number, patch: number) => void): void {
  for (let patch = 0; patch < count; patch++) {
    for (let table = 0; table < TABLES; table++) {
      let [key, ones] = [0, 0];
      for (let at = table * SAMPLE; at < (table + 1) * SAMPLE; at++) {
        const place = SAMPLES[at] ?? 0;
        const bit = ((words[patch * WORDS + (place >> 5)] ?? 0) >>> (place & 31)) & 1;
        ones += bit;
        key = (Math.imul(key, 0x9e3779b1) + bit + (key >>> 15)) | 0;
      }
      if (ones >= LEAST_ONES) visit(table, key, patch);
    }
  }
}
