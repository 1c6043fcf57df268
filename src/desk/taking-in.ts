import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.ts';
import type { Facts } from '../capture/facts.ts';
import type { AddData, SealData } from '../record/event.ts';
import { putBlobs } from '../store/blobs.ts';
import type { NewEvent, Writer } from '../store/case.ts';
import { sealTo } from '../store/sealing.ts';

/** Something to be kept: its bytes and what is known of it. */
export interface Taken {
  readonly facts: Facts;
  readonly bytes: Uint8Array;
  readonly from: AddData['from'];
}

/** How many files go to the disk together, and how many bytes at most. */
const BATCH = 256;
const BATCH_BYTES = 64 * 1024 * 1024;

/** Takes evidence into a case, many at a time; says how many were new. */
export interface TakingIn {
  readonly take: (one: Taken) => Promise<void>;
  /** Writes down what is still under way; gives what became of all. */
  readonly done: () => Promise<{ readonly added: number; readonly there: number }>;
}

/** As it is. Evidence goes to the disk first, then the events that name it: a crash leaves bytes that nothing names. */
export function openTakingIn(writer: Writer): TakingIn {
  const names = new Map(writer.history().evidence.map(({ data }) => [data.facts.file, data.blob]));
  let batch: Taken[] = [];
  let size = 0;
  let added = 0;
  let there = 0;
  const flush = async (): Promise<void> => {
    const blobs = await putBlobs(
      writer.root,
      batch.map(({ bytes }) => bytes),
    );
    const events = batch.flatMap(({ facts, bytes, from }, at): NewEvent[] => {
      const blob = blobs[at] ?? null;
      const file = freeName(facts.file, blob, names);
      if (file === null) {
        there++;
        return [];
      }
      names.set(file, blob);
      const data: AddData = { blob, size: bytes.length, facts: { ...facts, file }, from, intimate: null };
      return [{ kind: 'add', data: { ...data } }];
    });
    if (events.length > 0) await writer.append(events);
    added += events.length;
    batch = [];
    size = 0;
  };
  return {
    async take(one) {
      batch.push(one);
      size += one.bytes.length;
      if (batch.length >= BATCH || size >= BATCH_BYTES) await flush();
    },
    async done() {
      if (batch.length > 0) await flush();
      return { added, there };
    },
  };
}

/** Intimate pictures: nothing is kept but their names, and commitments by which they can be known again. */
export function openIntimate(writer: Writer): TakingIn {
  let added = 0;
  return {
    async take({ facts, bytes, from }) {
      const secret = randomBytes(32);
      const commitment = `sha256:${createHash('sha256').update(secret).update(bytes).digest('hex')}` as const;
      const intimate = { commitment, secret: secret.toString('hex') };
      const data: AddData = { blob: null, size: null, facts, from, intimate };
      await writer.append([{ kind: 'add', data: { ...data } }]);
      added++;
    },
    done: async () => ({ added, there: 0 }),
  };
}

/** Sealed: bytes and all that is known of them are encrypted before they touch the disk, and no name stands in clear. */
export function openSealing(writer: Writer, recipients: readonly string[]): TakingIn {
  let added = 0;
  return {
    async take({ facts, bytes }) {
      const sealed = await sealTo(recipients, bytes);
      const about = await sealTo(recipients, new TextEncoder().encode(padded(canonicalJson(facts))));
      const [evidence, known] = await putBlobs(writer.root, [sealed, about]);
      if (!evidence || !known) return;
      const data: SealData = { evidence, facts: known, size: sealed.length, recipients };
      await writer.append([{ kind: 'seal', data: { ...data } }]);
      added++;
    },
    done: async () => ({ added, there: 0 }),
  };
}

/** To a multiple of 512 characters, so that the length of a sealed name tells little of it. */
const padded = (text: string): string => text.padEnd(Math.ceil(text.length / 512) * 512);

/** The name an item gets: its own, or its own and a number where other bytes bear it; `null` where these do. */
function freeName(file: string, blob: string | null, names: ReadonlyMap<string, string | null>): string | null {
  let name = file;
  for (let n = 2; names.has(name); n++) {
    if (names.get(name) === blob) return null;
    name = `${file}#${n}`;
  }
  return name;
}
